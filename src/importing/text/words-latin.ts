import type { Habits } from "./language-habits.ts";
import { WESTERN } from "./words-western.ts";

/** Languages in Latin letters. Croatian stands for its neighbours where they use these letters, Indonesian for Malay. */
export const LATIN: Readonly<Record<string, Habits>> = {
  ...WESTERN,
  fi: {
    words:
      "noin siten jossa miten koko siihen eri olet olemme aikana vaan kautta eivät erityisesti voit esimerkiksi ottaa yhdessä varten tulee aika kuitenkin " +
      "jolloin olivat uuden lisäksi eli tuki uudet jota muut ja on ei että se oli hän mutta myös kun ovat joka sen kuin mukaan jos tai niin olla vuoden ole " +
      "nyt vain hänen jo sekä mitä tämä olen minä me he ne ollut voi kaikki sitten vielä oman tämän jotka hyvin siitä joita minun sinä siellä vuonna jälkeen " +
      "ennen kanssa mikä miksi missä kuinka paljon enemmän koska sitä niitä -ssa -ssä -lla -llä -sta -stä -inen -sen -een -vat -vät -nut -ksi -minen -aan",
    letters: "äöå",
  },
  et: {
    words:
      "läbi ehk kuid midagi kogu ära võib jaoks edasi iga vaid teha nagu ikka oleks ega ühe endale olen minu kõige küll enam kuigi nüüd ja on ei et see oli " +
      "ta ka kui mis aga oma seda kes või nii ning siis välja selle pole veel tema nad mida juba me ma sa üks kas olid olnud olla üle aasta ainult väga kõik " +
      "nende peale pärast enne koos miks kus kuidas palju rohkem sest mitte just mul meie mina need tuleb saab -de -st -ga -ks -tud -nud -mine -lt -sid -vad " +
      "-takse -dest",
    letters: "äöüõšž",
  },
  lv: {
    words:
      "mūsu laikā pret tiks kādu kaut visu nekā jums tās kāds būtu būt nebija tiem vienu arī un ir ka ar par no uz tas kas bet viņš to nav lai kā vai bija " +
      "tika pēc gada tā savu tik es mēs jau vēl tikai kad šo viņa kur gan pie ja būs līdz pirms bez pat ļoti tad viņi man mums tur tiek var gadā šī ne vairāk " +
      "viens starp tam visi daudz jo -iem -ija -šana -ās -ām -jas -ēja -iski -tu -ību",
    letters: "āčēģīķļņšūž",
  },
  lt: {
    words:
      "galima jei mūsų nes tą bei pagal mus beveik jūsų metu tarp kitų visą kuriuos dabar jeigu tiek todėl reikia ir yra kad su iš į jis tai bet buvo kaip ne " +
      "jo nuo apie už tik dar jau per metų kuris kai arba taip labai po prie iki savo aš mes jie ji tačiau pat čia dėl kur man jų jos šio gali būti turi šis " +
      "visi kurie nėra metais šiuo tuo nei vienas daug daugiau prieš be -as -os -is -ų -jo -mas -imas -iai -ams -oje -auti -ė -us",
    letters: "ąčęėįšųūž",
  },
  pl: {
    words:
      "będzie też dobrze których mają przed niż jeśli więcej tych sobie którzy mówi został należy przede tylko nas was ich każdy wszystkie i w na z się nie " +
      "do to że jest o jak po co tak za od ale czy jego był dla są przez przy było może jej który która które już tego być oraz ma jako ten tym pod nad także " +
      "kiedy bardzo lat ze więc gdy bez mnie mi my ja on ona oni również jeszcze gdzie dlaczego wszystko roku jednak między podczas była by aby -ość -ego " +
      "-ych -ie -ować -nie -ów -ami -ach -ski -ił -ała",
    letters: "ąćęłńóśźż",
  },
  cs: {
    words:
      "budou pokud zde asi dále nyní kterou tedy pak například bych všechno vzhledem další kdy součástí práv každý stejně jeden kteří však velmi těchto jejím " +
      "a se v na je že o s z do to i ve pro za by ale si po jako k jsem jsou není jeho byl od které který která už tak podle při nebo byla jak ze jen než " +
      "také co má jejich až bylo kde let když bude více před mezi své jsme být toho byly tento této ještě může proto mě mu ji on ona oni ten ta dnes protože " +
      "proč -ost -ého -ých -ování -ství -ní -ová -ům -ěl -ské -kého",
    letters: "áčďéěíňóřšťúůýž",
  },
  sk: {
    words:
      "ak všetko tiež či aby tým mať všetky kvôli vlastne samozrejme lebo niečo ďalej cez majú menej každý deň veľa hneď svojich ktorú viacerí keďže kým a sa " +
      "v na je že o s z do to i vo pre za by ale si po ako k som sú nie jeho bol od ktoré ktorý ktorá už tak podľa pri alebo bola keď zo len než aj čo má ich " +
      "až bolo však kde rokov bude viac pred medzi svoje sme byť toho boli tento tejto ešte môže preto veľmi ma mu ju on ona oni ten tá dnes pretože prečo " +
      "-osť -ého -ých -ovanie -stvo -ie -ová -om -al -ské -ného",
    letters: "áäčďéíĺľňóôŕšťúýž",
  },
  sl: {
    words:
      "nekaj ker glede zaradi tega ampak naj bodo vendar jaz niso nisem bomo proti ter imamo torej svojo vedno gre namreč predvsem vsem vsega bolj ni nima " +
      "nič med in je v na da se za so z ki pa ne kot s po o bi tudi ali od pri do bil kar še le bo kako bila iz sem več lahko že biti če ko tako njegov zelo " +
      "pred leta samo imajo smo svoje tem to ta te jih mu ga ji kje zakaj danes brez pod nad zato vse vsi potem kjer -ost -nje -ega -ih -om -ski -ila -ati " +
      "-ovanje -jo -jev",
    letters: "čšž",
  },
  hr: {
    words:
      "sg najveći mogu dok taj zbog oko kasnije kojem nalazi odnosno moguće potrebno osim dalje međutim ove kojima nisu ipak svih dvije toga vrijeme uvijek i " +
      "je u na se da za su s od ne o koji a to kao ili bi ali iz što nije sam po do samo biti koja koje kako bio bila već jer više te prema još ga nakon " +
      "godine može oni on ona kad sve svoje nego ima pa između vrlo prije li će smo mi bez gdje zašto danas također tako ovo ovaj jedan imaju kada gde šta " +
      "-ost -nje -og -ih -om -ski -ila -ati -ovanje -ije -ju -ija",
    letters: "čćđšž",
  },
  hu: {
    words:
      "új egyik számára való nagy hanem akkor közül éppen ebben ilyen volna emberek amit sokkal ennek ahogy aztán három másik maga a az és hogy nem is egy " +
      "meg de volt ez csak még már azt mint van vagy el le ki ha amely kell lesz szerint aki után pedig sem ezt olyan minden mert ami fel mi én te ő ők lehet " +
      "úgy itt ott majd lett nagyon két voltak most azonban több között ezek illetve így miatt hogyan miért ahol mindig -ban -ben -nak -nek -ság -ség -ból " +
      "-ből -hoz -val -vel -ott -ett -ának -ére",
    letters: "áéíóöőúüű",
  },
  ro: {
    words:
      "şi fiecare cel bine aceasta mare cea atunci îi doua poate timp dacă daca trebuie numai spre orice fapt peste lucru mult lor acesta anul își îşi " +
      "noastre asupra chiar multe vor aici există avut și de în a la cu o nu să care pe un din că mai este pentru se ce au fost sunt ca le al sau dar prin " +
      "lui după dintre fi ar am său fără când el ea ei noi ați avea foarte astfel unei unui până acest această aceste acestea doar era între ani unde cum " +
      "toate tot către iar sale nici decât asta deși -ul -ului -ilor -ele -are -ție -iei -ată -ând -ească -ește",
    letters: "ăâîșțşţ",
  },
  sq: {
    words:
      "së prej tyre dy parë gjithë atë këto ndërsa mbi kishin qenë vonë disa kundër të e në i dhe që për me një se nga është më nuk si ka u do ky kjo por " +
      "shumë ishte janë kanë ai ajo cilat cila kur edhe pas tij saj vetëm ku mund duke kishte deri këtë tjera sipas nëse para çdo pa unë ne ju ata gjatë " +
      "midis -it -ve -së -ën -imi -shme -uar -ave -ëve -je",
    letters: "çë",
  },
  tr: {
    words:
      "ilgili şekilde fazla gün genel yüksek önemli uygun ayrıca bulunan üzerine fakat özel bugün aynı birlikte bunun tüm olduğunu olacak eden değildir etti " +
      "olmak olması ve bir bu da de için ile çok daha ne gibi o olan olarak ama kadar sonra en var her değil ben sen biz mi mı ya şey ki oldu olduğu diye hem " +
      "önce yok veya göre ise bile ancak tarafından kendi şu nasıl neden zaman büyük iki yıl bana ona onun böyle artık nerede üzere bütün içinde yeni -ların " +
      "-lerin -ması -mesi -arak -erek -dığı -diği -lara -lere -ıyla -iyle -nın -lar -ler -dır -dir -ında -inde -mek -mak -ının -inin -yor -sını -lık -acak",
    letters: "çğıöşüâî",
  },
  az: {
    words:
      "böyük tərəfindən ilk burada onu buna heç qarşı olunur əsas xüsusi edilmişdir olmuşdur onlar və bir bu ki də üçün ilə daha çox olan kimi amma o sonra " +
      "var ən hər edir isə onun olub nə mən sən biz deyil həm ya idi qədər görə olaraq edilir belə lakin öz yalnız azərbaycan həmin etmək ildə olduğu bütün " +
      "nəfər -lar -lər -dır -dir -ında -ində -maq -mək -ının -ıb -ib -nın -lıq",
    letters: "çəğıöşü",
  },
  vi: {
    words:
      "và của là có không được cho một trong các với những người đã này khi để từ đó về như cũng sẽ ra đến tại nhiều vào tôi anh năm nhưng hơn theo trên phải " +
      "thì nếu đang rất họ còn vì làm bị sau sự ông bà chỉ lại việc chúng ta mình hay nào gì đây ngày",
    letters: "ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ",
  },
  id: {
    words:
      "maka jika kemudian ia saja beberapa atas semua seorang tentang lain baru besar merupakan berada kepada pun sehingga yang dan di ini itu dengan untuk " +
      "tidak dari dalam akan pada juga ke karena ada saya mereka oleh bisa kami atau seperti lebih telah sebagai kita dia tersebut adalah bahwa sudah dapat " +
      "tahun orang saat hanya menjadi banyak anda namun tetapi setelah antara secara hari belum lagi masih sangat bagi para apa kata satu dua ketika harus " +
      "sama aku kamu tak -nya -kan -lah",
    letters: "",
  },
  tl: {
    words:
      "pang ibang hanggang isa maaaring unang taong kasama ilang pag naging bago ngunit lahat walang itong ang ng sa na mga ay at ko si para hindi ako ito mo " +
      "niya kung siya pa lang may ni nang po nila kay namin natin tayo kami dahil isang ka din rin pero kanyang sila ba ikaw iyon dito wala mula bilang noong " +
      "ayon kasi naman upang maging doon -ng",
    letters: "",
  },
  sw: {
    words:
      "mwaka kwanza kwenye ilikuwa hadi nyingi ambayo kati pamoja juu bado kawaida kabla na ya wa kwa ni katika za la cha hii kuwa ambao hiyo huo yake wake " +
      "hilo lakini kama huu pia watu hivyo baada au si mtu sana zaidi kila bila nchi wao yao hata ili alikuwa serikali moja wengi kutoka vya mimi yangu wangu " +
      "leo kazi sasa -wa -isha -ika -ia -ana -ini",
    letters: "",
  },
};
