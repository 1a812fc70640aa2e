/** Views of every kind of page about an invented town, for the tests of components. Every text in them passes `text`. */
import type { TextLink } from "../../src/article/body-parser.ts";
import type { Comment } from "../../src/archive/discussion.ts";
import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import type { Article, ArticleHead } from "../../src/article/article.ts";
import type { Author, Site, Topic, TopicKind } from "../../src/newsroom/newsroom.ts";
import type {
  ArticleView,
  Discussion,
  Frame,
  FrontView,
  ImageSource,
  IndexView,
  Item,
  LedgerEntry,
  LedgerView,
  Link,
  ListSubject,
  ListView,
  StandingView,
  TakeAwayView,
  ToolView,
  YearView,
} from "../../src/edition/views.ts";
import { type StyleKind, stylesFor } from "../../src/styles/styles.ts";

/** 15:45 GMT 15 January 2021. */
export const MOMENT = Date.UTC(2021, 0, 15, 15, 45);
export const HOUR = 3_600_000;

/** The interface's words of a language, as `_data/strings/` has them. */
export function readStrings(lang: string): Record<string, string> {
  const loaded: unknown = load(readFileSync(new URL(`../../_data/strings/${lang}.yaml`, import.meta.url), "utf8"));
  return Object.fromEntries(Object.entries(loaded ?? {}).map(([key, text]) => [key, String(text)]));
}

const BODY = `The first freighter in eleven years tied up at the east quay on Friday.

"We count every container twice," said the *harbour master*, Agda Rimmer.

> The treaty does not say who dredges the channel.
>
> — Pelle Onstad, Insurers' Guild

## What it says

The agreement[^1] has a [timetable](https://treaty.example/) and a [precedent](2020/11/kessel).

- pilots on every ship
- a joint survey

> [!pull]
> Nobody says who dredges the channel
>
> — Pelle Onstad

| | Ships | Open |
|---|--:|:-:|
| Kessel | 1,911 | yes |

    GOLF NOVEMBER

![Barley on the quay](quay.jpg "Barley. | Mara Lint")

[![Barley on the quay](quay.jpg)](https://films.example/w/aBcDeFgHiJkLmNoPqRsTuV "Loading barley")

[The treaty](treaty.pdf) is public.

---

### The town

1. Lanterns were hung.

[^1]: Article 4.
`;

const TREATY: TextLink = { href: "https://treaty.example/treaty.pdf", document: { kind: "PDF", bytes: 1_400_000 } };

/** All that the tests draw pages of. */
export interface SampleViews {
  readonly frame: (kind: StyleKind, more?: Partial<Frame>) => Frame;
  readonly head: (number: number, more?: Partial<ArticleHead>) => ArticleHead;
  readonly item: (number: number, more?: Partial<ArticleHead>) => Item;
  readonly image: ImageSource;
  readonly article: (more?: Partial<ArticleView>, article?: Partial<Article>) => ArticleView;
  readonly discussion: (more?: Partial<Discussion>) => Discussion;
  readonly ledger: readonly LedgerEntry[];
  readonly author: Author;
  readonly front: () => FrontView;
  readonly list: (subject: ListSubject, more?: Partial<ListView>) => ListView;
  readonly subjects: readonly ListSubject[];
  readonly ledgerPage: () => LedgerView;
  readonly year: () => YearView;
  readonly index: () => IndexView;
  readonly standing: () => StandingView;
  readonly tool: (kind: ToolView["kind"]) => ToolView;
  readonly takeAway: () => TakeAwayView;
}

/** Makes the views in one language. `text` may change every text, to see what a page does with it; `href` every address. */
export function makeSampleViews(
  lang: string,
  text: (plain: string) => string = (plain) => plain,
  href: (address: string) => string = (address) => address,
): SampleViews {
  const strings = readStrings(lang);
  const link = (title: string, address: string): Link => ({ title: text(title), href: href(address) });
  const site: Site = {
    title: text("The Norrana Wire"),
    tagline: { en: text("News of the northern coast") },
    agency: text("Norrana"),
    addresses: "latin",
    url: "https://wire.example/",
    language: "en",
    languages: ["en", "ar"],
    timeZone: "UTC",
    future: "hold",
    listenLive: { label: { en: text("Listen Live") }, url: "https://stream.example/live.mp3", type: "audio/mpeg" },
    shortUrl: { as: "pages" },
    hosts: [],
    license: "https://licence.example/by",
    copyright: text("Norrana Press Cooperative"),
    articleCards: false,
    humans: [],
  };

  const frame: SampleViews["frame"] = (kind, more = {}) => ({
    site,
    lang,
    dir: lang === "ar" ? "rtl" : "ltr",
    strings,
    address: "2021/01/15/harbour.html",
    canonical: "https://wire.example/2021/01/15/harbour.html",
    to: (address) => address,
    editionAt: undefined,
    metadata: undefined,
    home: link("The Norrana Wire", "../../../index.html"),
    tagline: { text: text("News of the northern coast"), ...(lang !== "en" && { lang: "en" }) },
    sections: [
      { ...link("World", "../../../sections/world.html"), current: false },
      { ...link("Coast", "../../../sections/coast.html"), current: true },
    ],
    standing: [link("About", "../../../about.html")],
    languages: [
      { ...link("English", "../../../index.html"), lang: "en", current: lang === "en" },
      { ...link("العربية", "../../../ar/index.html"), lang: "ar", current: lang === "ar" },
    ],
    listen: link("Listen Live", "../../../listen.html"),
    search: link("Search", "../../../search.html"),
    archive: link("Archive", "../../../archive/index.html"),
    topics: link("Topics", "../../../topics/index.html"),
    corrections: link("Corrections", "../../../corrections.html"),
    library: link("Library", "../../../library.html"),
    feed: link("Feed", "../../../feed.xml"),
    assets: {
      script: "../../../assets/page.js",
      momentScript: "../../../assets/moment.js",
      styles: stylesFor(kind),
      manifest: "../../../site.webmanifest",
      icon: "../../../icon.svg",
    },
    ...more,
  });

  const head: SampleViews["head"] = (number, more = {}) => ({
    path: `2021/01/story-${number}`,
    address: `2021/01/15/story-${number}.html`,
    shortCode: "k3x9q2p",
    title: text(`Harbour reopens, part ${number}`),
    publishedAt: MOMENT - number * 5 * HOUR,
    dayOnly: false,
    dateline: { place: text("VELDHAVEN"), agency: text("Norrana") },
    byline: [text("Ingrid Solvay")],
    section: "coast",
    kicker: text("Shipping"),
    standfirst: text("The first freighter docked before dawn."),
    tags: [],
    related: [],
    lang,
    corrections: [],
    draft: false,
    discussion: "open",
    ...more,
  });

  const image: ImageSource = {
    src: "../../../media/quay-640.jpg",
    srcset: [{ type: "image/webp", srcset: "../../../media/quay-640.webp 640w, ../../../media/quay-1280.webp 1280w" }],
    width: 1280,
    height: 800,
    alt: text("A freighter at a quay"),
    caption: text("The east quay on Friday."),
    credit: text("Mara Lint"),
  };

  const item: SampleViews["item"] = (number, more) => ({
    article: head(number, more),
    href: href(`story-${number}.html`),
    section: link("Coast", "../../../sections/coast.html"),
    ...(number % 2 === 0 && { image }),
  });

  /** A headline without standfirst and picture. */
  const bare = (number: number): Item => {
    const { standfirst: _standfirst, ...rest } = head(number);
    return { article: rest, href: href(`story-${number}.html`) };
  };

  const comments: readonly Comment[] = [
    {
      id: "c1",
      author: text("Marit V."),
      at: MOMENT + HOUR,
      text: text("My father worked the *east quay*."),
      replies: [
        { id: "c2", author: text("Old Skerry"), at: MOMENT + 2 * HOUR, text: text("> Barley.\n\nQuite."), replies: [] },
      ],
    },
  ];
  const discussion: SampleViews["discussion"] = (more = {}) => ({
    state: "open",
    comments,
    count: 2,
    way: { channel: "mail", href: "mailto:letters@wire.example?subject=Harbour" },
    standards: link("Community standards", "../../../community-standards.html"),
    ...more,
  });

  const topic = (name: string, kind: TopicKind): Topic => ({
    name: text(name),
    slug: "topic",
    kind,
    aliases: [text("Port Pact"), text("Kessel Agreement")],
    description: text("The agreement of 2021."),
    sameAs: ["https://facts.example/Q1"],
  });
  const topics = [
    { topic: topic("Agda Rimmer", "person"), href: href("../../../topics/agda-rimmer.html") },
    { topic: topic("Port Authority", "organisation"), href: href("../../../topics/port-authority.html") },
    { topic: topic("Veldhaven", "place"), href: href("../../../topics/veldhaven.html") },
    { topic: topic("Harbour Treaty", "topic"), href: href("../../../topics/harbour-treaty.html") },
  ];

  const article: SampleViews["article"] = (more = {}, changes = {}) => ({
    kind: "article",
    frame: frame("article"),
    article: {
      ...head(0),
      updatedAt: MOMENT + 2 * HOUR,
      corrections: [
        { at: MOMENT + HOUR, dayOnly: false, kind: "correction", text: text("It carried 4,200 tonnes, not 42,000.") },
        { at: MOMENT + 2 * HOUR, dayOnly: false, kind: "update", text: text("Adds the pilot's words.") },
      ],
      source: { name: text("Kessel Gazette"), url: "https://gazette.example/1", capturedAt: MOMENT },
      body: text(BODY),
      ...changes,
    },
    sectionLink: link("Coast", "../../../sections/coast.html"),
    authors: [
      { name: text("Ingrid Solvay"), href: href("../../../authors/ingrid-solvay.html") },
      { name: text("Tomas Brek") },
    ],
    topics,
    place: link("VELDHAVEN", "../../../places/veldhaven.html"),
    image,
    images: new Map([["quay.jpg", image]]),
    links: new Map<string, TextLink | string>([
      ["2020/11/kessel", href("../../../2020/11/03/kessel.html")],
      ["treaty.pdf", TREATY],
    ]),
    audio: {
      src: "../../../media/harbour.mp3",
      type: "audio/mpeg",
      duration: 245,
      transcript: href("../../../transcript.html"),
    },
    related: [
      {
        title: text("Insurers ask again"),
        href: href("insurers.html"),
        publishedAt: MOMENT,
        external: false,
        chosenBy: "editor",
      },
      { title: text("A headline that is not in the archive"), external: false, chosenBy: "editor" },
      {
        title: text("The survey"),
        href: href("https://survey.example/"),
        source: text("Gazette"),
        external: true,
        chosenBy: "editor",
      },
      {
        title: text("Eleven quiet years"),
        href: href("quiet.html"),
        publishedAt: MOMENT,
        external: false,
        chosenBy: "edition",
      },
    ],
    later: [item(2)],
    translations: [{ ...link("ميناء", "../../../ar/2021/01/15/mina.html"), lang: "ar", original: false }],
    short: {
      href: href("../../../s/k3/x9q2p.html"),
      absolute: "https://wire.example/s/k3/x9q2p.html",
      code: "k3x9q2p",
    },
    discussion: discussion(),
    correctionsPolicy: href("../../../corrections-policy.html"),
    ...more,
  });

  const kinds = ["correction", "clarification", "update", "retraction"] as const;
  const ledger = kinds.map((kind, number) => ({
    kind,
    at: MOMENT - number * HOUR,
    dayOnly: number === 2,
    text: text("It carried 4,200 tonnes."),
    article: link("Harbour reopens", "harbour.html"),
  }));
  const feeds = [{ ...link("RSS", "feed.xml"), type: "application/rss+xml" }];

  const author: Author = {
    name: text("Ingrid Solvay"),
    slug: "ingrid-solvay",
    role: text("Coast correspondent"),
    biography: text("Writes about ships."),
    email: "ingrid@wire.example",
    sameAs: ["https://social.example/@ingrid"],
  };

  const subjects: readonly ListSubject[] = [
    {
      kind: "section",
      section: { slug: "coast", name: text("Coast"), names: {}, description: { [lang]: text("The coast.") } },
    },
    {
      kind: "topic",
      topic: topic("Harbour Treaty", "topic"),
      often: [{ ...link("Agda Rimmer", "agda.html"), kind: "person" }],
    },
    {
      kind: "author",
      author,
      portrait: image,
    },
    { kind: "place", name: text("VELDHAVEN"), topic: link("Veldhaven", "veldhaven.html") },
    { kind: "plain", word: "list.archive" },
  ];

  return {
    frame,
    head,
    item,
    image,
    article,
    discussion,
    ledger,
    author,
    subjects,
    front: () => ({
      kind: "front",
      frame: frame("front", { editionAt: MOMENT }),
      lead: item(0),
      seconds: [
        item(1),
        item(2, { retracted: { at: MOMENT, dayOnly: true, reason: text("Wrong.") } }),
        item(3),
        item(4),
      ],
      latest: [item(0), item(1), item(4), item(5, { dayOnly: true })],
      sections: [
        { link: link("Coast", "coast.html"), items: [item(2), item(3)] },
        { link: link("World", "world.html"), items: [7, 8].map((number) => bare(number)) },
      ],
      corrections: ledger,
      onThisDay: link("15 January", "archive/on/01-15.html"),
    }),
    list: (subject, more = {}) => ({
      kind: "list",
      frame: frame("list", { editionAt: MOMENT }),
      subject,
      title: text("Harbour Treaty"),
      items: [item(1), item(2), item(3, { retracted: { at: MOMENT, dayOnly: true, reason: text("Wrong.") } })],
      total: 153,
      older: link("3", "harbour-treaty/3.html"),
      feeds,
      breadcrumbs: [link("Topics", "index.html")],
      ...more,
    }),
    ledgerPage: () => ({
      kind: "ledger",
      frame: frame("ledger", { editionAt: MOMENT }),
      entries: ledger,
      newer: link("3", "corrections/3.html"),
      older: link("1", "corrections/1.html"),
      page: 2,
      feeds,
    }),
    year: () => ({
      kind: "year",
      frame: frame("year"),
      year: 2021,
      months: [
        {
          month: 1,
          link: link("January", "2021/01.html"),
          total: 17,
          days: Array.from({ length: 31 }, (_day, index) => index % 5),
        },
        { month: 2, link: link("February", "2021/02.html"), total: 4, days: Array.from({ length: 28 }, () => 0) },
      ],
      years: [
        { ...link("2020", "2020.html"), current: false, total: 9 },
        { ...link("2021", "2021.html"), current: true, total: 21 },
      ],
    }),
    index: () => ({
      kind: "index",
      frame: frame("index"),
      of: "topics",
      entries: [
        { ...link("Agda Rimmer", "agda-rimmer.html"), kind: "person", total: 12 },
        { ...link("Åse", "ase.html"), kind: "topic", total: 1 },
        { ...link("Veldhaven", "veldhaven.html"), total: 1204 },
      ],
    }),
    standing: () => ({
      kind: "standing",
      frame: frame("standing"),
      title: text("Community standards"),
      body: text(BODY),
      updatedAt: MOMENT,
      images: new Map([["quay.jpg", image]]),
      links: new Map<string, TextLink | string>([
        ["2020/11/kessel", href("2020/11/03/kessel.html")],
        ["treaty.pdf", TREATY],
      ]),
    }),
    takeAway: () => ({
      kind: "take-away",
      frame: frame("take-away", { takeAway: link("Take this paper with you", "take-away.html") }),
      editions: [
        {
          title: text("The whole site"),
          files: [
            { form: "zip", href: href("editions/wire-all.zip"), bytes: 48_200_000, editionAt: MOMENT },
            {
              form: "epub",
              href: href("editions/wire-all-ar.epub"),
              bytes: 812_345,
              editionAt: MOMENT - 26 * HOUR,
              language: { lang: "ar", name: text("العربية") },
            },
          ],
        },
        {
          title: text("January 2021"),
          files: [
            { form: "html", href: href("editions/wire-2021-01.html"), bytes: 1_310_000_000, editionAt: MOMENT },
            { form: "zim", href: href("editions/wire-2021-01.zim"), bytes: 900, editionAt: MOMENT },
          ],
        },
      ],
    }),
    tool: (kind) => ({ kind, frame: frame(kind), scripts: [`assets/${kind}.js`] }),
  };
}
