import { describe, expect, it } from "vitest";
import { believable, detectLanguage, directionOf, languageOf } from "./language.ts";

const SENTENCES: [string, string][] = [
  ["en", "The tide comes in twice a day, and nobody here has ever seen the harbour dry."],
  ["de", "Das Wasser kommt zweimal am Tag, und niemand hier hat den Hafen je trocken gesehen."],
  ["fr", "La mer monte deux fois par jour, et personne ici n’a jamais vu le port à sec."],
  ["es", "La marea sube dos veces al día, y aquí nadie ha visto nunca el puerto sin agua."],
  ["it", "La marea sale due volte al giorno, e qui nessuno ha mai visto il porto asciutto."],
  ["pt", "A maré sobe duas vezes por dia, e ninguém aqui alguma vez viu o porto seco."],
  ["nl", "Het water komt twee keer per dag, en niemand heeft de haven hier ooit droog gezien."],
  ["sv", "Tidvattnet kommer två gånger om dagen, och ingen här har någonsin sett hamnen torr."],
  ["da", "Tidevandet kommer to gange om dagen, og ingen har nogensinde set havnen tør."],
  ["no", "Tidevannet kommer to ganger om dagen, og ingen har noen gang sett havnen tørr."],
  ["fi", "Vuorovesi nousee kahdesti päivässä, eikä kukaan ole koskaan nähnyt satamaa kuivana."],
  ["pl", "Przypływ przychodzi dwa razy dziennie i nikt tutaj nie widział jeszcze suchego portu."],
  ["cs", "Příliv přichází dvakrát denně a nikdo zde ještě neviděl přístav, který by byl suchý."],
  ["hu", "A dagály naponta kétszer jön, és itt még senki sem látta szárazon a kikötőt."],
  ["ro", "Mareea vine de două ori pe zi și nimeni de aici nu a văzut vreodată portul uscat."],
  ["tr", "Gelgit günde iki kez gelir ve burada hiç kimse limanı kuru görmedi, çünkü çok derin bir yer."],
  ["vi", "Thủy triều lên hai lần một ngày và không ai ở đây từng thấy bến cảng khô cạn."],
  ["id", "Air pasang datang dua kali sehari, dan tidak ada orang di sini yang pernah melihat pelabuhan itu kering."],
  ["ru", "Прилив приходит два раза в день, и никто здесь ещё не видел, чтобы гавань была сухой."],
  ["uk", "Приплив приходить двічі на день, і ніхто тут ще не бачив, щоб гавань була сухою."],
  ["bg", "Приливът идва два пъти на ден и никой тук не е виждал пристанището сухо."],
  ["el", "Η παλίρροια έρχεται δύο φορές την ημέρα."],
  ["ar", "يأتي المد مرتين في اليوم، ولم ير أحد هنا الميناء جافا قط."],
  ["fa", "جزر و مد دو بار در روز می‌آید و هیچ‌کس اینجا بندر را خشک ندیده است."],
  ["ur", "جوار دن میں دو بار آتا ہے اور یہاں کسی نے بندرگاہ کو خشک نہیں دیکھا۔"],
  ["he", "הגאות מגיעה פעמיים ביום, ואיש כאן לא ראה מעולם את הנמל יבש."],
  ["hi", "ज्वार दिन में दो बार आता है और यहाँ किसी ने बंदरगाह को सूखा नहीं देखा।"],
  ["th", "น้ำขึ้นวันละสองครั้ง และไม่มีใครที่นี่เคยเห็นท่าเรือแห้ง"],
  ["ja", "潮は一日に二度満ち、港が干上がったのを見た人はここにはいない。"],
  ["ja", "港湾労働者が語る潮の満ち引き"],
  ["zh-Hans", "潮水每天来两次，这里没有人见过港口干涸。"],
  ["zh-Hant", "潮水每天來兩次，這裡沒有人見過港口乾涸。"],
  ["yue", "潮水每日嚟兩次，呢度冇人見過個港口係乾嘅。"],
  ["ko", "밀물은 하루에 두 번 들어오고, 이곳의 항구가 마른 것을 본 사람은 아무도 없다."],
];

describe("the language of a text", () => {
  it.each(SENTENCES)("is %s in a sentence: %s", (language, sentence) => {
    expect(detectLanguage(sentence)).toBe(language);
  });

  it.each(["", "   ", "42 %", "!?", "A", "Xbox 360", "https://example.org/"])("is not known of %j", (text) => {
    expect(detectLanguage(text)).toBeUndefined();
  });

  it("is that of the text around the names in another script", () => {
    expect(detectLanguage("新しい iPhone と MacBook Pro の発表会が Apple Park で開かれた。")).toBe("ja");
    expect(detectLanguage("Слово Windows происходит от английского слова windows, то есть окна.")).toBe("ru");
  });
});

describe("a declared language", () => {
  const english = SENTENCES[0]![1];

  it("is believed where it is one and the text is in its script", () => {
    expect(believable("en-GB", english)).toBe("en-GB");
    expect(believable("en_us", english)).toBe("en-US");
    expect(believable("zh-TW", "潮水每天來兩次")).toBe("zh-TW");
    expect(believable("ja", "港湾労働者")).toBe("ja");
    expect(believable("sr-Latn", english)).toBe("sr-Latn");
  });

  it.each(["english", "xx-yy-zz-!", "ru", "und", "", "ja"])("is not believed as %j of an English text", (tag) => {
    expect(believable(tag, english)).toBeUndefined();
  });

  it("gives way to a long text that says otherwise, unless the two are neighbours", () => {
    const german = SENTENCES[1]![1].concat(" ").repeat(8);
    expect(languageOf("en", german)).toBe("de");
    expect(languageOf("de-AT", german)).toBe("de-AT");
    expect(languageOf("nds", german)).toBe("nds");
    expect(languageOf("nn", SENTENCES[9]![1].concat(" ").repeat(8))).toBe("nn");
  });

  it("is detected where none is declared, and unknown where nothing tells", () => {
    expect(languageOf(undefined, english)).toBe("en");
    expect(languageOf("klingon", "1 2 3")).toBe("und");
  });
});

describe("the direction", () => {
  it("follows the letters, whatever is declared", () => {
    expect(directionOf("en", SENTENCES.find(([tag]) => tag === "he")![1])).toBe("rtl");
    expect(directionOf("ar", "The tide comes in twice a day.")).toBe("ltr");
  });

  it("follows the language where there are no letters", () => {
    expect(directionOf("fa", "۱۲۳")).toBe("rtl");
    expect(directionOf("und", "123")).toBe("ltr");
  });
});
