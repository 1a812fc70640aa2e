/** The stylesheet of each kind of page: the layers it needs, in order, minified. They are inlined, so no page carries another's rules. */
import { readFileSync } from "node:fs";
import { transform } from "lightningcss";
import { type Look, renderTokens } from "./look.ts";

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

const HOUSE_LOOK: Look = { logo: false, tokens: undefined, sheets: [] };
const ALL_LAYERS = new Set<string>(Object.values(LAYERS).flat());
const known = new WeakMap<Look, Map<StyleKind, string>>();

/** A newsroom's own rules for a kind of page: its tokens, and its sheets for the layers of this kind or for every page. */
function renderOwn(kind: StyleKind, { tokens, sheets }: Look): string {
  const layers: readonly string[] = LAYERS[kind];
  const wanted = sheets.filter(({ name }) => layers.includes(name) || !ALL_LAYERS.has(name));
  return [renderTokens(tokens), ...wanted.map(({ text }) => text)].join("\n");
}

/** The minified stylesheet of a kind of page, with the newsroom's own rules after the house's. The same on every run and machine. */
export function stylesFor(kind: StyleKind, look: Look = HOUSE_LOOK): string {
  const ofLook = known.get(look) ?? new Map<StyleKind, string>();
  known.set(look, ofLook);
  let styles = ofLook.get(kind);
  if (styles === undefined) {
    const source = [
      ...[...LAYERS[kind], ...(look.logo ? ["logo"] : [])].map((layer) =>
        readFileSync(new URL(`${layer}.css`, import.meta.url), "utf8"),
      ),
      renderOwn(kind, look),
    ].join("");
    const { code } = transform({ filename: `${kind}.css`, code: Buffer.from(source), minify: true });
    styles = code.toString();
    ofLook.set(kind, styles);
  }
  return styles;
}
