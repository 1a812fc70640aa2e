/** The stylesheet of each kind of page: the layers it needs, in order, minified. They are inlined, so no page carries another's rules. */
import { readFileSync } from "node:fs";
import { transform } from "lightningcss";

const GROUND = ["tokens", "page", "masthead", "colophon"] as const;

const LAYERS = {
  article: [...GROUND, "head", "marginalia", "tools", "text", "notes", "after", "thread", "form", "print"],
  front: [...GROUND, "nameplate", "head", "front", "shot", "latest", "desk", "new", "ledger"],
  list: [...GROUND, "head", "list", "shot", "author"],
  ledger: [...GROUND, "head", "list", "ledger"],
  year: [...GROUND, "head", "list", "almanac"],
  index: [...GROUND, "head", "list", "names"],
  standing: [...GROUND, "head", "marginalia", "text", "print"],
  listen: [...GROUND, "head", "tool", "player"],
  search: [...GROUND, "head", "tool", "form", "search"],
  library: [...GROUND, "head", "tool"],
  offline: [...GROUND, "head", "tool"],
  "not-found": ["tokens", "page", "masthead", "head", "tool"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The kinds of page that have a stylesheet; the page behind a short code has none. */
export type StyleKind = keyof typeof LAYERS;

const known = new Map<StyleKind, string>();

/** The minified stylesheet of a kind of page. The same on every run and machine. */
export function stylesFor(kind: StyleKind): string {
  let styles = known.get(kind);
  if (styles === undefined) {
    const source = LAYERS[kind].map((layer) => readFileSync(new URL(`${layer}.css`, import.meta.url), "utf8")).join("");
    const { code } = transform({ filename: `${kind}.css`, code: Buffer.from(source), minify: true });
    styles = code.toString();
    known.set(kind, styles);
  }
  return styles;
}
