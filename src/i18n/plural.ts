const rules = new Intl.PluralRules("en");

/** The form for a number; the forms a language does not need can be left out. */
export function count(number: number, forms: { one: string; other: string }): string {
  return rules.select(number) === "one" ? forms.one : forms.other;
}
