/**
 * The one way markup is made. `html` is a tagged template that returns an `Html` value; whatever is put into it is
 * escaped unless it is `Html` itself, so safety travels with the value.
 */

/** Markup that is safe to print. Only `html`, `htmlInPieces`, `raw` and `jsonScript` make it. */
export class Html {
  readonly #markup: string | readonly string[];
  constructor(markup: string | readonly string[]) {
    this.#markup = markup;
  }
  toString(): string {
    return typeof this.#markup === "string" ? this.#markup : this.#markup.join("");
  }
  /** The markup in one or more pieces, in their order. */
  get pieces(): readonly string[] {
    return typeof this.#markup === "string" ? [this.#markup] : this.#markup;
  }
}

/** What may stand in a hole of the template: text, a number, markup, lists of these, or nothing. */
export type Hole = Html | string | number | false | null | undefined | readonly Hole[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const UNSAFE = /[&<>"']/g;
const UNSAFE_ONCE = /[&<>"']/;

/** Text with the five characters that mean something in HTML replaced by references. */
export function escapeText(text: string): string {
  return UNSAFE_ONCE.test(text) ? text.replace(UNSAFE, (character) => ENTITIES[character] ?? character) : text;
}

function print(hole: Hole): string {
  if (typeof hole === "string") return escapeText(hole);
  if (hole instanceof Html) return hole.toString();
  if (hole === undefined || hole === null || hole === false) return "";
  if (typeof hole === "number") return String(hole);
  if (Array.isArray(hole)) return hole.map(print).join("");
  throw new TypeError(`html: cannot print ${typeof hole}; give it text, a number, Html, or a list of these`);
}

const checkedTemplates = new WeakSet<TemplateStringsArray>();

function refuseUnquotedAttributes(strings: TemplateStringsArray): void {
  if (checkedTemplates.has(strings)) return;
  for (const part of strings.slice(0, -1)) {
    if (/=\s*$/.test(part) && part.lastIndexOf("<") > part.lastIndexOf(">")) {
      throw new SyntaxError(`html: quote the attribute value after ${JSON.stringify(part.slice(-30))}`);
    }
  }
  checkedTemplates.add(strings);
}

/** Makes `Html` from a template. Throws on objects, functions, promises and on unquoted attribute values. */
export function html(strings: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  refuseUnquotedAttributes(strings);
  let markup = strings[0] ?? "";
  for (let index = 0; index < holes.length; index++) markup += print(holes[index]) + (strings[index + 1] ?? "");
  return new Html(markup);
}

/** Characters of a piece worth standing by itself. */
const LARGE = 512;

/** As `html`, for whole documents: what is large stays a piece of its own, since much of it is the same on every page and is written without being encoded anew. */
export function htmlInPieces(strings: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  refuseUnquotedAttributes(strings);
  const pieces: string[] = [];
  let small = strings[0] ?? "";
  for (const [index, hole] of holes.entries()) {
    for (const piece of hole instanceof Html ? hole.pieces : [print(hole)]) {
      if (piece.length < LARGE) small += piece;
      else {
        pieces.push(small, piece);
        small = "";
      }
    }
    small += strings[index + 1] ?? "";
  }
  return new Html([...pieces, small]);
}

/** Markup made elsewhere by a renderer that is itself safe. For the rendered article body and the built assets only. */
export function raw(markup: string): Html {
  return new Html(markup);
}

/** ` name="value"` where the value is given, nothing where it is not; a bare ` name` for true. */
export function attribute(name: string, value: string | number | boolean | undefined): Html | undefined {
  if (value === undefined || value === false) return undefined;
  return value === true ? new Html(` ${name}`) : html` ${new Html(name)}="${value}"`;
}

/** `href` or `src` as it may be printed, or undefined where its scheme is not http, https, mailto, tel or sms. Relative addresses pass. */
export function safeUrl(address: string): string | undefined {
  const bare = address.replace(/[\u0000-\u0020\u007f-\u00a0]/g, "");
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase();
  if (scheme === undefined) return bare.startsWith("//") || bare.includes("\\") ? undefined : bare;
  return /^(?:https?|mailto|tel|sms)$/.test(scheme) ? bare : undefined;
}

/** A JSON data block; `<` and the two line separators are escaped so that no value can end the script. */
export function jsonScript(type: "application/ld+json" | "application/json", value: unknown, id?: string): Html {
  const json = JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return html`<script${attribute("id", id)} type="${type}">${raw(json)}</script>`;
}
