/** Long words in each script that words are divided in; a browser that knows a language divides one of its script, whatever it means. */
const WORDS: Readonly<Record<string, string>> = {
  Latn: "internationalisation verantwortungsvollerweise extraordinariamente",
  Cyrl: "достопримечательностями интернационализация",
  Grek: "ηλεκτροεγκεφαλογραφήματος αντιπροσωπευτικότητα",
  Armn: "միջազգայնացումներից պատասխանատվություն",
};

const known = new Map<string, boolean>();

/**
 * Whether this browser divides words of a language (BCP 47) at line ends. Measured, once a language: not every system brings the dictionaries
 * that `hyphens: auto` needs (https://developer.mozilla.org/docs/Web/CSS/hyphens), and `CSS.supports` does not tell.
 */
export function dividesWords(lang: string): boolean {
  let divides = known.get(lang);
  if (divides === undefined) known.set(lang, (divides = measure(lang)));
  return divides;
}

function measure(lang: string): boolean {
  const box = document.createElement("div");
  box.lang = lang;
  box.textContent = WORDS[scriptOf(lang)] ?? WORDS["Latn"]!;
  box.setAttribute("aria-hidden", "true");
  box.style.cssText =
    "position: absolute; visibility: hidden; inline-size: 4em; font: 16px serif; overflow-wrap: normal; overflow: hidden";
  document.body.append(box);
  const height = (hyphens: string) => {
    box.style.hyphens = hyphens;
    return box.offsetHeight;
  };
  const divides = height("auto") > height("manual");
  box.remove();
  return divides;
}

function scriptOf(lang: string): string {
  try {
    return new Intl.Locale(lang).maximize().script ?? "";
  } catch {
    return "";
  }
}
