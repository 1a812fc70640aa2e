/** Articles and a context for the tests of the wire formats that go out. */
import fc from "fast-check";
import "../fixed-seed.ts";
import type { Article } from "../../src/article/article.ts";
import type { ExportContext } from "../../src/feeds/export-context.ts";

export const CONTEXT: ExportContext = {
  site: {
    title: "The Anvers Post",
    agency: "Coast Wire",
    url: "https://post.example/news/",
    timeZone: "Europe/Berlin",
    license: "https://creativecommons.org/licenses/by/4.0/",
    copyright: "© Coast Wire",
  },
  kindOf: (tag) =>
    tag === "Ilse Brandt"
      ? "person"
      : tag === "Port Anvers"
        ? "place"
        : tag === "Harbour Authority"
          ? "organisation"
          : "topic",
  sectionName: (slug) => slug[0]?.toUpperCase() + slug.slice(1),
  find: (path) =>
    path === "2021/01/storm" ? { title: "Storm shuts the harbour", address: "2021/01/06/storm.html" } : undefined,
  mediaUrl: (src) => `https://post.example/news/media/${src}`,
};

export const ARTICLE: Article = {
  path: "2021/01/harbour-reopens",
  address: "2021/01/15/harbour-reopens.html",
  shortCode: "k3x9q2p",
  title: "Harbour reopens & ferries sail <again>",
  publishedAt: Date.UTC(2021, 0, 15, 15, 45),
  dayOnly: false,
  updatedAt: Date.UTC(2021, 0, 15, 18, 2),
  dateline: { place: "PORT ANVERS", region: "Wis.", agency: "AP" },
  byline: ["Mira Oke", "Lund and Sons"],
  section: "world",
  kicker: "Shipping",
  standfirst: "Ferries sail again; the north quay stays shut.",
  tags: ["shipping", "Ilse Brandt", "Harbour Authority", "Port Anvers"],
  series: { name: "Nine days & after", part: 3 },
  related: [
    { kind: "headline", title: "Nine days of wind" },
    { kind: "path", path: "2021/01/storm" },
    { kind: "link", url: "https://port.example/quay", title: "The quay", source: "Port of Anvers" },
  ],
  lang: "en",
  image: { src: "2021/ferry.jpg", alt: "A white ferry", caption: "The ferry Aurelia", credit: "Jon Ferris" },
  corrections: [
    { at: Date.UTC(2021, 0, 16, 9), dayOnly: false, kind: "correction", text: "The quay was misnamed." },
    { at: Date.UTC(2021, 0, 16, 23), dayOnly: true, kind: "update", text: "A fare was added." },
  ],
  draft: false,
  discussion: "off",
  source: { name: "Coast Wire", url: "https://coast.example/1" },
  body: 'The harbour reopened on *Friday*, “at last”.\n\n## North quay\n\nIt stays shut; see [the storm](2021/01/storm) & [the port](https://port.example/?a=1&b=2).\n\n> We are glad.\n> — Ilse Brandt, harbour master\n\n- Ferries\n- Freight\n\n| Line | Fare |\n| - | -: |\n| North | 4.20 |\n\n![A quay](2021/quay.jpg "The quay | Jon Ferris")\n\nSources say so.[^1]\n\n[^1]: Two of them.',
};

const word = fc.stringMatching(/^[A-Za-zÀ-ž]{1,12}$/);
/** Words with the characters that markup, Markdown and lists of names stumble over, in between. */
const line = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: word },
      fc.constantFrom("&", "<b>", "a;b", "и", "新", "“x”", "—", "and", "1.", "C#", "x,"),
    ),
    { minLength: 1, maxLength: 7 },
  )
  .map((words) => words.join(" "));
const instant = fc
  .integer({ min: Date.UTC(1995, 0, 1) / 1000, max: Date.UTC(2030, 0, 1) / 1000 })
  .map((seconds) => seconds * 1000);
const place = fc.constantFrom("WASHINGTON", "KYIV", "NEW DELHI", "LA CROSSE", "Hamburg", "МОСКВА");
const dateline = fc.record(
  { place, agency: fc.constantFrom("AP", "Reuters", "Sputnik", "dpa"), date: fc.constantFrom("Dec 24", "Jan 15") },
  { requiredKeys: ["place", "agency"] },
);
const paragraph = line.map((text) => `Then ${text.replace(/[<>&#]|\d\./g, "")} came.`);
const body = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: paragraph },
      fc.constantFrom("## Subhead", "> Quoted.", "- one\n- two", "**Bold** and *not*."),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((blocks) => blocks.join("\n\n"));
const day = (at: number) => Math.floor(at / 86_400_000) * 86_400_000 - 3_600_000;

/** Articles as `parseArticle` makes them: trimmed values, unique tags, times in order. A bare day is midnight in Berlin in winter. */
export const arbitraryArticle: fc.Arbitrary<Article> = fc
  .record({
    title: line,
    published: instant,
    dayOnly: fc.boolean(),
    updatedAfter: fc.option(fc.integer({ min: 90_000, max: 10 ** 8 }), { nil: undefined }),
    dateline: fc.option(dateline, { nil: undefined }),
    byline: fc.uniqueArray(line, { maxLength: 3 }),
    section: fc.constantFrom(undefined, "world", "business"),
    kicker: fc.option(line, { nil: undefined }),
    standfirst: fc.option(line, { nil: undefined }),
    tags: fc.uniqueArray(fc.oneof(line, fc.constantFrom("Ilse Brandt", "Port Anvers", "Harbour Authority")), {
      maxLength: 5,
      selector: (tag) => tag.toLowerCase(),
    }),
    related: fc.array(
      fc.oneof(
        line.map((title) => ({ kind: "headline", title }) as const),
        line.map((title) => ({ kind: "link", url: "https://x.example/a?b=c#d", title, source: "X" }) as const),
      ),
      { maxLength: 3 },
    ),
    corrections: fc.array(
      fc.record({
        at: instant,
        dayOnly: fc.constant(false),
        kind: fc.constantFrom("correction", "clarification", "update" as const),
        text: line,
      }),
      { maxLength: 2 },
    ),
    embargoAt: fc.option(instant, { nil: undefined }),
    expiresAt: fc.option(instant, { nil: undefined }),
    retracted: fc.option(fc.record({ at: instant, dayOnly: fc.constant(false), reason: line }), {
      nil: undefined,
      freq: 6,
    }),
    image: fc.option(fc.constant(ARTICLE.image), { nil: undefined }),
    source: fc.option(fc.constant(ARTICLE.source), { nil: undefined }),
    translates: fc.constantFrom(undefined, "2021/01/storm"),
    lang: fc.constantFrom("en", "de", "ru", "pt-BR"),
    body,
  })
  .map(({ published, dayOnly, updatedAfter, ...rest }) => {
    const publishedAt = dayOnly ? day(Date.UTC(2021, 0, 1) + (published % (80 * 86_400_000))) : published;
    const values = {
      ...ARTICLE,
      ...rest,
      publishedAt,
      dayOnly,
      updatedAt: updatedAfter === undefined ? undefined : publishedAt + updatedAfter * 1000,
    };
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as unknown as Article;
  });
