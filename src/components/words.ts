/** The words of the interface: looks up `_data/strings/<lang>.yaml` by key, fills `{name}`, and chooses plural forms. */
import type { Frame } from "../edition/views.ts";
import { type Hole, type Html, html } from "../html.ts";
import { keep } from "../memo.ts";

/** The interface in one language. Every lookup throws a `RangeError` where the key is missing. */
export interface Words {
  /** Plain text. */
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  /** The same with markup in its places. */
  readonly phrase: (key: string, values: Readonly<Record<string, Hole>>) => Html;
  /** `key.one`, `key.other` … by the language's plural rules; `{count}` is the number in the language's form. */
  readonly count: (key: string, count: number) => string;
  /** A number with the language's separators, in Latin digits. */
  readonly number: (value: number) => string;
  /** `A, B and C`. */
  readonly list: (parts: readonly Html[]) => Html;
}

const known = keep<Frame["strings"], Words>();

function makeWords({ lang, strings }: Pick<Frame, "lang" | "strings">): Words {
  const plural = new Intl.PluralRules(lang);
  const decimal = new Intl.NumberFormat(lang, { numberingSystem: "latn" });
  const conjunction = new Intl.ListFormat(lang, { type: "conjunction" });
  const text = (key: string): string => {
    const found = strings[key];
    if (found === undefined) throw new RangeError(`_data/strings/${lang}.yaml has no ${key}; add it, as in en.yaml`);
    return found;
  };
  const value = (key: string, values: Readonly<Record<string, Hole>>, name: string): Hole => {
    if (!(name in values))
      throw new RangeError(`_data/strings/${lang}.yaml: ${key} asks for {${name}}, which is not given`);
    return values[name];
  };
  const say: Words["say"] = (key, values = {}) => {
    const said = text(key);
    return said.includes("{")
      ? said.replace(/\{(\w+)\}/g, (_whole, name: string) => String(value(key, values, name)))
      : said;
  };
  return {
    say,
    phrase: (key, values) =>
      html`${text(key)
        .split(/\{(\w+)\}/)
        .map((part, index) => (index % 2 === 0 ? part : value(key, values, part)))}`,
    count: (key, count) => {
      // Words that another language lends have its categories.
      const form = `${key}.${plural.select(count)}`;
      return say(form in strings ? form : `${key}.other`, { count: decimal.format(count) });
    },
    number: (number) => decimal.format(number),
    list: (parts) => {
      const [only] = parts;
      if (parts.length === 1 && only !== undefined) return only;
      const slots = conjunction.formatToParts(parts.map((_part, index) => String(index)));
      return html`${slots.map((slot) => (slot.type === "element" ? parts[Number(slot.value)] : slot.value))}`;
    },
  };
}

/** The words of a page. */
export function wordsOf(frame: Pick<Frame, "lang" | "strings">): Words {
  return known(frame.strings, () => makeWords(frame));
}
