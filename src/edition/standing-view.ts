/** What standing pages and the site's own tools are given. */
import { selectReferences } from "../article/body.ts";
import type { Edition } from "./edition.ts";
import { makeFrame } from "./frame.ts";
import { foldKeys, keyOf } from "../archive/key.ts";
import type { StandingPage } from "../archive/standing-pages.ts";
import type { PageRef } from "./page-ref.ts";
import { selectShownMedia } from "./shown-media.ts";
import { selectLinks, standingAddress, type TextPlace } from "./text-links.ts";
import type { StandingView, ToolView } from "./views.ts";

function placeOf(edition: Edition, page: StandingPage): TextPlace {
  return { file: page.file, address: standingAddress(edition, page), lang: page.lang };
}

/** Refs of the standing pages. */
export function* selectStandingPages(edition: Edition): Generator<PageRef> {
  for (const page of edition.standing) {
    const references = selectReferences(page.body, page.lang);
    // There are few of them, so where their links lead is looked up each time.
    const links = selectLinks(edition, references, placeOf(edition, page), (address) => address);
    const pictures = page.files.map((src) => edition.media.keyOf(src));
    yield {
      address: standingAddress(edition, page),
      lang: page.lang,
      name: page.name,
      print: foldKeys([edition.keys.ofFrame(page.lang), page.key, keyOf(JSON.stringify([...links])), ...pictures]),
    };
  }
}

/** What a standing page is given. */
export function makeStandingView(edition: Edition, ref: PageRef, styles: string): StandingView {
  const page = edition.standing.find(({ name, lang }) => name === ref.name && lang === ref.lang);
  if (page === undefined) throw new TypeError(`${ref.address} is not a standing page`);
  const frame = makeFrame(edition, { address: ref.address, lang: page.lang, styles });
  const references = selectReferences(page.body, page.lang);
  const { images, recordings } = selectShownMedia(edition, references.images, frame.to);
  const links = selectLinks(edition, references, placeOf(edition, page), frame.to);
  return {
    kind: "standing",
    frame,
    title: page.title,
    body: page.body,
    images,
    ...(recordings.size === 0 ? {} : { recordings }),
    links,
    ...(page.updatedAt === undefined ? {} : { updatedAt: page.updatedAt }),
  };
}

const TOOLS = ["listen", "search", "library", "offline"] as const;

/** Refs of the site's own tools, one set a language, and of the page for addresses that do not exist. */
export function* selectToolPages(edition: Edition): Generator<PageRef> {
  for (const lang of edition.languages) {
    for (const name of TOOLS) {
      if (name === "listen" && edition.site.listenLive === undefined) continue;
      yield {
        address: `${edition.folderOf(lang)}${name}.html`,
        lang,
        name,
        print: foldKeys([edition.keys.ofFrame(lang), keyOf(name)]),
      };
    }
  }
  yield {
    address: "404.html",
    lang: edition.site.language,
    name: "not-found",
    print: edition.keys.ofFrame(edition.site.language),
  };
}

/** What one of the site's own tools is given. `scripts` are site-relative. */
export function makeToolView(edition: Edition, ref: PageRef, styles: string, scripts: readonly string[]): ToolView {
  const kind = [...TOOLS, "not-found" as const].find((name) => name === ref.name);
  if (kind === undefined) throw new TypeError(`${ref.address} is not a tool`);
  const frame = makeFrame(edition, { address: ref.address, lang: ref.lang, styles });
  return { kind, frame, scripts: scripts.map(frame.to) };
}
