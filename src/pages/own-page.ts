/** `layout: dateline/page` and `layout: dateline/frame`: a page of the newsroom's own in the house's frame. */
import { Parser } from "htmlparser2";
import { renderOwnPage } from "../components/own-page.ts";
import { makeFrame } from "../edition/frame.ts";
import type { OwnInline, OwnPageView } from "../edition/views.ts";
import { raw } from "../html.ts";
import { stylesFor } from "../styles/styles.ts";
import { addPageMetadata } from "./metadata.ts";
import { editionBehind } from "./template-view.ts";

/** The layouts, by their names below `dateline/`. */
export const OWN_LAYOUTS = ["page", "frame"] as const;

/** What of a template's data the layouts look at. */
interface OwnData {
  readonly edition: unknown;
  /** Markup made by the template. */
  readonly content: string;
  readonly page: { readonly url?: string | false; readonly inputPath?: string };
  readonly title?: unknown;
  readonly description?: unknown;
  readonly lang?: unknown;
  readonly head?: unknown;
}

/** Types of scripts that a browser runs; others are data. https://html.spec.whatwg.org/#prepare-the-script-element */
const RUN = /^(?:(?:text|application)\/(?:java|ecma)script|module)?$/i;

/** Finds what a content security policy has to name. */
export function findInline(markup: string): OwnInline {
  const styles: string[] = [];
  const attributes = new Set<string>();
  const scripts: string[] = [];
  let sheets = false;
  let into: string[] | undefined;
  const parser = new Parser({
    onopentag: (name, { rel = "", style, src, type = "" }) => {
      if (style !== undefined) attributes.add(style);
      if (name === "link" && /\bstylesheet\b/i.test(rel)) sheets = true;
      into = name === "style" ? styles : name === "script" && src === undefined && RUN.test(type) ? scripts : undefined;
      if (into !== undefined) into.push("");
    },
    ontext: (text) => {
      if (into !== undefined) into.push(`${into.pop() ?? ""}${text}`);
    },
    onclosetag: () => {
      into = undefined;
    },
  });
  parser.end(markup);
  return { styles, attributes: [...attributes], scripts, sheets };
}

/** Site-relative address of a page by Eleventy's `page.url`, where a folder means its index. */
export function addressOfUrl(url: string): string {
  const address = url.replace(/^\//, "");
  return address === "" || address.endsWith("/") ? `${address}index.html` : address;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;

function languageOf(data: OwnData, languages: readonly string[], own: string): string {
  const lang = textOf(data.lang);
  if (lang === undefined || languages.includes(lang)) return lang ?? own;
  throw new RangeError(`lang: ${lang} is not a language of this site. Write one of ${languages.join(", ")}.`);
}

/** The whole document of a template's page. Throws RangeError where the template says what the house does not know. */
export function renderOwnLayout(layout: (typeof OWN_LAYOUTS)[number], data: OwnData): string {
  const edition = editionBehind(data.edition);
  const { site } = edition;
  const address = addressOfUrl(typeof data.page.url === "string" ? data.page.url : "/");
  const lang = languageOf(data, site.languages, site.language);
  const title = textOf(data.title);
  const description = textOf(data.description);
  const head = textOf(data.head);
  const frame = makeFrame(edition, { address, lang, styles: stylesFor("standing", edition.look) });
  const view: OwnPageView = {
    frame,
    content: raw(data.content),
    inColumn: layout === "page",
    inline: findInline(`${head ?? ""}${data.content}`),
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(head === undefined ? {} : { head: raw(`${head}\n`) }),
  };
  return renderOwnPage(addPageMetadata(edition, view, { title: title ?? site.title, collection: false })).toString();
}
