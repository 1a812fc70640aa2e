/** The stylesheet of each kind of page: the layers it needs, in order, minified. They are inlined, so no page carries another's rules. */
import { readFileSync } from "node:fs";
import { transform } from "lightningcss";

const GROUND = ["tokens", "page", "masthead", "colophon"] as const;
const SUBJECT = ["head", "kicker", "margin-kicker"] as const;

const LAYERS = {
  article: [
    ...GROUND,
    ...SUBJECT,
    "section-kicker",
    "standfirst",
    "dateline",
    "filed",
    "marginalia",
    "by",
    "tools",
    "text",
    "story",
    "notes",
    "after",
    "thread",
    "form",
    "print",
    "print-article",
  ],
  front: [
    ...GROUND,
    "nameplate",
    "kicker",
    "section-kicker",
    "dateline",
    "front",
    "shot",
    "latest",
    "desk",
    "new",
    "ledger",
  ],
  list: [
    ...GROUND,
    ...SUBJECT,
    "standfirst",
    "dateline",
    "breadcrumbs",
    "subject",
    "facts",
    "line",
    "shot",
    "author",
    "save",
    "pager",
  ],
  ledger: [...GROUND, ...SUBJECT, "standfirst", "facts", "ledger", "pager"],
  year: [...GROUND, ...SUBJECT, "facts", "almanac"],
  index: [...GROUND, ...SUBJECT, "facts", "names"],
  standing: [...GROUND, ...SUBJECT, "marginalia", "text", "print"],
  listen: [...GROUND, "head", "standfirst", "tool", "player"],
  search: [...GROUND, "head", "standfirst", "tool", "form", "ask", "search"],
  library: [...GROUND, "head", "standfirst", "tool"],
  offline: [...GROUND, "head", "standfirst", "tool"],
  "take-away": [...GROUND, "head", "standfirst", "facts", "tool", "take-away"],
  "not-found": ["tokens", "page", "masthead", ...SUBJECT, "standfirst", "tool"],
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
