/** Words from the catalogue that the page brought along. */

export type Params = Record<string, string | number>;
export type Translate = (key: string, params?: Params) => string;

/**
 * Make the function that gives the words for a key in a language.
 *
 * `{name}` is replaced by the parameter; `key.one`, `key.other` ... are chosen by the number `n`. A key without words gives itself.
 */
export function translator(messages: Record<string, string>, language: string): Translate {
  const category = categories(language);
  const digits = numbers(language);
  return (key, params = {}) => {
    const text = messages[key] ?? plural(messages, key, params.n, category) ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = params[name];
      return value === undefined ? whole : typeof value === "number" ? digits(value) : value;
    });
  };
}

function plural(messages: Record<string, string>, key: string, n: unknown, category: (n: number) => string) {
  if (typeof n !== "number") return messages[`${key}.other`];
  return messages[`${key}.${category(n)}`] ?? messages[`${key}.other`];
}

/** Safari 12 has no Intl.PluralRules: 1 is one, all else other. */
function categories(language: string): (n: number) => string {
  try {
    const rules = new Intl.PluralRules(language);
    return (n) => rules.select(n);
  } catch {
    return (n) => (n === 1 ? "one" : "other");
  }
}

function numbers(language: string): (n: number) => string {
  try {
    const format = new Intl.NumberFormat(language);
    return (n) => format.format(n);
  } catch {
    return String;
  }
}
