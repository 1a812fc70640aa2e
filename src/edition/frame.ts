/** What stands around a page: made once a language and folder, since every link in it is relative to the folder. */
import { absoluteAddress, relativeAddress } from "../article/address.ts";
import { keepByName } from "../memo.ts";
import type { Edition } from "./edition.ts";
import { feedAddress, feedLinks } from "./feed-address.ts";
import { selectImage } from "./item.ts";
import type { Site } from "../newsroom/newsroom.ts";
import type { Frame, Link } from "./views.ts";

/** Right-to-left scripts by primary language subtag. */
const RIGHT_TO_LEFT = new Set(["ar", "he", "fa", "ur", "yi", "ps", "dv", "ckb"]);

/** The direction of a language's usual script. */
export function directionOf(lang: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(lang.split("-")[0] ?? "") ? "rtl" : "ltr";
}

const languageNames = new Map<string, string>();
/** A language by its own name: `Deutsch`. */
export function nameOfLanguage(lang: string): string {
  let name = languageNames.get(lang);
  if (name === undefined) {
    name = new Intl.DisplayNames([lang], { type: "language" }).of(lang) ?? lang;
    name = name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
    languageNames.set(lang, name);
  }
  return name;
}

export interface FrameOptions {
  readonly address: string;
  readonly lang: string;
  /** Minified stylesheet of the page's kind. */
  readonly styles: string;
  /** Slug of the section to be marked as the one the reader is in. */
  readonly section?: string | undefined;
  readonly editionAt?: number | undefined;
  /** Where the page exists in other languages; the front pages of the languages where unset. */
  readonly languages?: Frame["languages"];
}

/** What frames of one language, folder, section and kind share: everything but the page's own addresses. */
type Shared = Omit<Frame, "address" | "canonical" | "to" | "editionAt" | "metadata">;
/** By stylesheet, which stands for the kind of page, and by language, section and folder. */
const sharedOf = keepByName<Edition, string, Map<string, Shared>>();

function taglineOf({ tagline, language }: Site, lang: string): Frame["tagline"] {
  const own = tagline?.[lang];
  if (own !== undefined) return { text: own };
  const other = tagline?.[language];
  return other === undefined ? undefined : { text: other, lang: language };
}

/** Pixels: wide enough for a masthead on a sharp screen. */
const LOGO_WIDTH = 800;

function logoOf(edition: Edition, to: (address: string) => string): Pick<Frame, "logo"> {
  const { publisher, title } = edition.site;
  if (publisher?.logo === undefined) return {};
  const logo = selectImage(edition, { src: publisher.logo, alt: title }, to, LOGO_WIDTH);
  return logo === undefined ? {} : { logo };
}

function makeShared(edition: Edition, { lang, address, section, styles }: FrameOptions): Shared {
  const { newsroom, site, standing } = edition;
  const strings = newsroom.strings[lang] ?? {};
  const folder = edition.folderOf(lang);
  const word = (key: string) => strings[key] ?? key;
  const to = (target: string) => relativeAddress(address, target);
  const link = (title: string, target: string): Link => ({ title, href: to(target) });
  const slugs = newsroom.sections?.map(({ slug }) => slug) ?? edition.listsOf("section", lang).map(({ name }) => name);
  const pages = standing.filter((page) => page.lang === lang);
  const tagline = taglineOf(site, lang);
  const named = site.navigation?.flatMap((name) => pages.filter((page) => page.name === name)) ?? pages;
  const asset = (name: string) => to(edition.assets[name] ?? name);
  return {
    site,
    lang,
    dir: directionOf(lang),
    strings,
    assets: {
      script: asset("script"),
      momentScript: asset("assets/moment.js"),
      styles,
      manifest: asset("site.webmanifest"),
      icon: asset("icon"),
    },
    home: link(site.title, `${folder}index.html`),
    ...logoOf(edition, to),
    sections: slugs.map((slug) => {
      const { names, name } = edition.section(slug);
      return {
        title: names[lang] ?? name,
        href: to(edition.listHref({ kind: "section", lang, name: slug })),
        current: slug === section,
      };
    }),
    standing: named.map((page) => link(page.title, `${folder}${page.name}.html`)),
    languages:
      edition.languages.length < 2
        ? []
        : edition.languages.map((other) => ({
            ...link(nameOfLanguage(other), `${edition.folderOf(other)}index.html`),
            lang: other,
            current: other === lang,
          })),
    ...(tagline === undefined ? {} : { tagline }),
    ...(site.listenLive === undefined
      ? {}
      : { listen: link(site.listenLive.label[lang] ?? word("listen.none"), `${folder}listen.html`) }),
    search: link(word("nav.search"), `${folder}search.html`),
    archive: link(word("nav.archive"), `${folder}archive/index.html`),
    topics: link(word("nav.topics"), `${folder}topics/index.html`),
    corrections: link(word("nav.corrections"), `${folder}corrections.html`),
    library: link(word("nav.library"), `${folder}library.html`),
    ...(edition.packages.length === 0 ? {} : { takeAway: link(word("nav.take-away"), `${folder}take-away.html`) }),
    ...(site.url === undefined
      ? {}
      : {
          feed: link(word("nav.feed"), feedAddress(edition, { kind: "all", lang }, "rss")),
          otherFeeds: feedLinks(edition, { kind: "all", lang })
            .filter(({ type }) => type !== "application/rss+xml")
            .map((feed) => ({ ...feed, href: to(feed.href) })),
        }),
  };
}

const DAY_FOLDER = /\d{4}\/\d{2}\/\d{2}\/$/;

/** The frame of one page. */
export function makeFrame(edition: Edition, options: FrameOptions): Frame {
  const { address, lang, section = "", styles } = options;
  const known = sharedOf(edition, styles, () => new Map());
  // Nothing that a frame links to lies in the folder of a day, so that one frame serves all days.
  const folder = address.slice(0, address.lastIndexOf("/") + 1).replace(DAY_FOLDER, "0000/00/00/");
  const key = `${lang} ${section} ${folder}`;
  let shared = known.get(key);
  if (shared === undefined) {
    if (known.size > 5000) known.clear();
    shared = makeShared(edition, options);
    known.set(key, shared);
  }
  const { url } = edition.site;
  // Spread first: a page's frame is then a copy of the same shape, which is quick.
  const frame: Frame = {
    ...shared,
    address,
    canonical: url === undefined ? undefined : absoluteAddress(url, address),
    to: (target) => relativeAddress(address, target),
    editionAt: options.editionAt,
    metadata: undefined,
  };
  return options.languages === undefined ? frame : { ...frame, languages: options.languages };
}
