/** espeak-ng itself, in Node, with what the build cuts for each language and nothing else. */
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Espeak, startEspeak } from "#speech/built-in/worker/espeak-ng.ts";
import { repairTag } from "#speech/language-tags.ts";
import { OFFERED_VOICES } from "./voice-languages.ts";
import { cutVoicePacks, type VoicePacks } from "./voice-packs.ts";

const ENGINE = resolve("node_modules/@echogarden/espeak-ng-emscripten/espeak-ng.js");

/** “The sun shines over the sea today”, or nearly, with how many words that is. */
const SENTENCES: Readonly<Record<string, [text: string, words: number]>> = {
  af: ["Die son skyn vandag oor die see.", 7],
  am: ["ፀሐይ ዛሬ በባሕሩ ላይ ታበራለች።", 5],
  ar: ["تشرق الشمس اليوم فوق البحر.", 5],
  az: ["Günəş bu gün dənizin üzərində parlayır.", 6],
  be: ["Сонца сёння свеціць над морам.", 5],
  bg: ["Слънцето днес грее над морето.", 5],
  bn: ["আজ সমুদ্রের উপর সূর্য উঠেছে।", 5],
  bs: ["Sunce danas sija iznad mora.", 5],
  ca: ["El sol brilla avui sobre el mar.", 7],
  cs: ["Slunce dnes svítí nad mořem.", 5],
  cy: ["Mae’r haul yn tywynnu heddiw dros y môr.", 8],
  da: ["Solen skinner i dag over havet.", 6],
  de: ["Die Sonne scheint heute über dem Meer.", 7],
  el: ["Ο ήλιος λάμπει σήμερα πάνω από τη θάλασσα.", 8],
  en: ["The sun shines over the sea today.", 7],
  eo: ["La suno brilas hodiaŭ super la maro.", 7],
  es: ["El sol brilla hoy sobre el mar.", 7],
  et: ["Päike paistab täna mere kohal.", 5],
  eu: ["Eguzkiak distira egiten du gaur itsasoaren gainean.", 7],
  fa: ["خورشید امروز بر فراز دریا می‌درخشد.", 6],
  fi: ["Aurinko paistaa tänään meren yllä.", 5],
  fr: ["Le soleil brille aujourd’hui sur la mer.", 7],
  ga: ["Tá an ghrian ag taitneamh inniu os cionn na farraige.", 10],
  gu: ["આજે સમુદ્ર પર સૂર્ય ચમકે છે.", 6],
  hi: ["आज समुद्र के ऊपर सूरज चमक रहा है।", 8],
  hr: ["Sunce danas sja iznad mora.", 5],
  hu: ["A nap ma süt a tenger felett.", 7],
  hy: ["Արևն այսօր փայլում է ծովի վրա։", 6],
  id: ["Matahari bersinar hari ini di atas laut.", 7],
  is: ["Sólin skín í dag yfir hafinu.", 6],
  it: ["Il sole splende oggi sul mare.", 6],
  ka: ["მზე დღეს ზღვის თავზე ანათებს.", 5],
  kk: ["Күн бүгін теңіз үстінде жарқырайды.", 5],
  kn: ["ಇಂದು ಸಮುದ್ರದ ಮೇಲೆ ಸೂರ್ಯ ಹೊಳೆಯುತ್ತಾನೆ.", 5],
  ko: ["오늘 태양이 바다 위에 빛난다.", 5],
  ky: ["Күн бүгүн деңиз үстүндө жаркырайт.", 5],
  la: ["Sol hodie super mare lucet.", 5],
  lt: ["Saulė šiandien šviečia virš jūros.", 5],
  lv: ["Saule šodien spīd virs jūras.", 5],
  mk: ["Сонцето денес свети над морето.", 5],
  ml: ["ഇന്ന് കടലിനു മുകളിൽ സൂര്യൻ പ്രകാശിക്കുന്നു.", 5],
  mr: ["आज समुद्रावर सूर्य चमकत आहे.", 5],
  ms: ["Matahari bersinar hari ini di atas laut.", 7],
  nb: ["Solen skinner i dag over havet.", 6],
  ne: ["आज समुद्रमाथि घाम चम्किरहेको छ।", 5],
  nl: ["De zon schijnt vandaag boven de zee.", 7],
  or: ["ଆଜି ସମୁଦ୍ର ଉପରେ ସୂର୍ଯ୍ୟ ଝଟକୁଛି।", 5],
  pa: ["ਅੱਜ ਸਮੁੰਦਰ ਉੱਤੇ ਸੂਰਜ ਚਮਕ ਰਿਹਾ ਹੈ।", 7],
  pl: ["Słońce świeci dziś nad morzem.", 5],
  pt: ["O sol brilha hoje sobre o mar.", 7],
  ro: ["Soarele strălucește astăzi deasupra mării.", 5],
  ru: ["Солнце сегодня светит над морем.", 5],
  si: ["අද මුහුද උඩින් හිරු බබළයි.", 5],
  sk: ["Slnko dnes svieti nad morom.", 5],
  sl: ["Sonce danes sije nad morjem.", 5],
  sq: ["Dielli shkëlqen sot mbi det.", 5],
  sr: ["Сунце данас сија изнад мора.", 5],
  sv: ["Solen skiner i dag över havet.", 6],
  sw: ["Jua linawaka leo juu ya bahari.", 6],
  ta: ["இன்று கடலின் மேல் சூரியன் பிரகாசிக்கிறது.", 5],
  te: ["ఈ రోజు సముద్రం మీద సూర్యుడు ప్రకాశిస్తున్నాడు.", 6],
  tr: ["Güneş bugün denizin üzerinde parlıyor.", 5],
  uk: ["Сонце сьогодні світить над морем.", 5],
  ur: ["آج سمندر کے اوپر سورج چمک رہا ہے۔", 8],
  uz: ["Quyosh bugun dengiz uzra porlaydi.", 5],
  vi: ["Hôm nay mặt trời tỏa sáng trên biển.", 8],
  yue: ["今日太陽照喺海面上。", 8],
  zh: ["今天太阳照在海上。", 7],
};

let cut: VoicePacks;
let espeak: Espeak;

/** As the page hands it over. */
function data(pack: { path: string; slices: readonly (readonly [number, number])[] }) {
  const content = Uint8Array.from(cut.contents.get(pack.path)!);
  return { content: content.buffer, slices: pack.slices };
}

beforeAll(async () => {
  cut = cutVoicePacks(".");
  espeak = await startEspeak(ENGINE, cut.files.size, data(cut.files.core));
});

describe("a language that is offered", () => {
  it.each(OFFERED_VOICES)("$lang ($voice) is spoken, word by word, with its own pack", async (offered) => {
    const [text, words] = SENTENCES[offered.lang.split("-", 1)[0]!]!;
    await espeak.add(data(cut.files.dictionaries[offered.dictionary]!));
    const { samples, events } = espeak.say(text, offered.voice);
    const seconds = samples.length / espeak.sampleRate;
    // What is spelled out takes several times as long, what is left out next to none.
    expect(seconds / words).toBeGreaterThan(0.18);
    expect(seconds / words).toBeLessThan(0.6);
    expect(loudness(samples)).toBeGreaterThan(500);
    const told = new Set(events.map(({ position }) => position)).size;
    expect(told, "some little words are spoken as one with their neighbours").toBeGreaterThanOrEqual(words - 2);
    expect(told).toBeLessThanOrEqual(words + 1);
  });

  it("has a canonical tag", () => {
    for (const { lang } of OFFERED_VOICES) expect(repairTag(lang)).toBe(lang);
  });
});

describe("espeak-ng never reads with another voice than it is asked for", () => {
  it("where it does not know the name", () => {
    expect(() => espeak.say("Hello.", "en-gb")).toThrow("no voice");
  });

  it("where the pack is not there", async () => {
    const bare = await startEspeak(ENGINE, cut.files.size, data(cut.files.core));
    expect(() => bare.say("Guten Tag.", "gmw/de")).toThrow("de_dict");
    await bare.add(data(cut.files.dictionaries["de"]!));
    expect(bare.say("Guten Tag.", "gmw/de").events.length).toBe(2);
  });

  it("but says the rest of a sentence with a name in an alphabet whose pack is not there", async () => {
    const bare = await startEspeak(ENGINE, cut.files.size, data(cut.files.core));
    await bare.add(data(cut.files.dictionaries["en"]!));
    const said = (text: string) => bare.say(text, "gmw/en").events.map(({ position }) => position);
    const text = "The Kursk region (Курская область) and Kim Jong Un (김정은) are named here.";
    const words = said(text);
    expect(words).toContain(text.indexOf("region") + 1);
    expect(words).toContain(text.indexOf("here") + 1);
    expect(said("Nothing is the matter afterwards.")).toHaveLength(5);
  });

  it("where the sentence before has left another", async () => {
    await espeak.add(data(cut.files.dictionaries["en"]!));
    // The same text is not always the same to the sample; another accent is off by more.
    const length = (voice: string) => espeak.say("tomato", voice).samples.length;
    const [american, british] = [length("gmw/en-US"), length("gmw/en")];
    expect(Math.abs(american - british)).toBeGreaterThan(100);
    espeak.say('<speak><voice xml:lang="en-GB">tomato</voice></speak>', "gmw/en-US");
    expect(Math.abs(length("gmw/en-US") - american)).toBeLessThan(50);
  });
});

describe("the packs", () => {
  it("of English and all that is needed besides weigh about 0.7 MB", () => {
    const { engine, core, dictionaries } = cut.files;
    expect(engine.bytes + core.bytes + dictionaries["en"]!.bytes).toBeLessThan(720_000);
  });

  it("are named by their content, and leave the code as its authors made it", () => {
    for (const path of cut.contents.keys()) expect(path).toMatch(/^voice\/[a-z-]+-[A-Za-z0-9]{8}\.(bin|js)$/);
    expect(Buffer.from(cut.contents.get(cut.files.engine.path)!).toString("utf8")).toContain("var Module = (() =>");
  });
});

function loudness(samples: Int16Array): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}
