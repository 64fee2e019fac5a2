/** Frequent characters that only one of the two ways of writing Chinese has. */
const SIMPLIFIED =
  "们个来为这说时会对发经过现还国学开长门见让话车东应样关两没进动问无实点当业给书员电变认马区钱总写统该条论难决战产识虽证军传热爱单报纪许备语际术华约张级结计设记线团师别图农声办头选远运输转边连达请带场处";
const TRADITIONAL =
  "們個來為這說時會對發經過現還國學開長門見讓話車東應麼樣關兩沒進動問無實點當業給書員電氣變認馬區錢總聽寫統該條論難決戰產識雖證軍傳熱愛單報紀許備語際術華約張級結計設記線團師別圖農聲廠辦頭選遠運輸轉邊連達請帶機場處";
/** Characters as Japan simplified them, unlike both. */
const JAPANESE = "気円駅図働込売読対発経済実権変関広拡験検剣様総続帰県圏応悪弾恵択沢渋瀬焼畑辺転労戦単価処団囲";
/** What is only written where Cantonese is. */
const CANTONESE = "嘅咗喺唔嚟哋冇啲嗰佢咁";

/**
 * The language of a text in Chinese characters without kana: `zh-Hans`, `zh-Hant`, `yue`, or `ja` where the characters have Japan's forms;
 * `zh` where none of them tells.
 */
export function chineseOf(text: string): string {
  const count = (set: string) => {
    let found = 0;
    for (const character of text) if (set.includes(character)) found++;
    return found;
  };
  const simplified = count(SIMPLIFIED);
  const traditional = count(TRADITIONAL);
  const japanese = count(JAPANESE);
  if (japanese > simplified && japanese > traditional / 2) return "ja";
  if (count(CANTONESE) > text.length / 60) return "yue";
  if (simplified === traditional) return "zh";
  return simplified > traditional ? "zh-Hans" : "zh-Hant";
}
