/** Picks values out of a front matter of unknown shape, and remembers which keys were used. */
import { asList, asObject, asText, type JsonObject } from "../json.ts";
import { FOREIGN_KEYS, type ForeignKey } from "./site-generator-keys.ts";

/** Text of a value that may be text or `{name: …}`, `{title: …}`, `{slug: …}`. */
function nameOf(value: unknown): string | undefined {
  const fields = asObject(value);
  if (fields === undefined) return asText(value);
  return asText(fields.name) ?? asText(fields.title) ?? asText(fields.display_name) ?? asText(fields.slug);
}

export class FrontReader {
  readonly #front: JsonObject;
  readonly #byLowercase: ReadonlyMap<string, string>;
  readonly used = new Set<string>();

  constructor(front: JsonObject) {
    this.#front = front;
    this.#byLowercase = new Map(Object.keys(front).map((key) => [key.toLowerCase(), key]));
  }

  /** Value of the first of the names that holds one; case does not count. */
  value(of: ForeignKey): unknown {
    for (const name of FOREIGN_KEYS[of]) {
      const found = this.named(name);
      if (found !== undefined && found !== null && found !== "") return found;
    }
    return undefined;
  }

  /** Value of one key, used from now on. */
  named(name: string): unknown {
    const key = this.#byLowercase.get(name.toLowerCase());
    if (key === undefined) return undefined;
    this.used.add(key);
    return this.#front[key];
  }

  text(of: ForeignKey): string | undefined {
    const value = this.value(of);
    const list = asList(value);
    return list.length > 0 ? nameOf(list[0]) : nameOf(value);
  }

  /** A list; text is split at commas where it has any, at spaces where `spaced`. */
  names(of: ForeignKey, spaced = false): string[] {
    const value = this.value(of);
    if (Array.isArray(value)) return value.map(nameOf).filter((name) => name !== undefined);
    const text = nameOf(value);
    if (text === undefined) return [];
    return text
      .split(text.includes(",") ? "," : spaced ? /\s+/ : "\n")
      .map((part) => part.trim())
      .filter((part) => part !== "");
  }

  /** All addresses under any of the names, lists and single ones alike. */
  addresses(of: ForeignKey): string[] {
    return FOREIGN_KEYS[of].flatMap((name) => {
      const value = this.named(name);
      return (Array.isArray(value) ? value : [value]).flatMap((one) => asText(one) ?? []);
    });
  }

  /** True and false as front matter writes them; undefined for anything else. */
  flag(name: string): boolean | undefined {
    const value = this.named(name);
    const text = typeof value === "boolean" ? String(value) : asText(value)?.toLowerCase();
    return text === "true" || text === "yes" || text === "1"
      ? true
      : text === "false" || text === "no" || text === "0"
        ? false
        : undefined;
  }

  /** Keys that nothing asked for. */
  unused(): string[] {
    return Object.keys(this.#front).filter((key) => !this.used.has(key));
  }
}
