/** Other articles that a page names, with their addresses: the lines within its text that say *Read more*, and its own lists. */

import { bareLetters } from "./html-shingles.ts";
import { absoluteUrl } from "./html-to-hast.ts";
import { type Element, findElements, isWithin, namesOf, textOf } from "./html-tree.ts";
import { selectVisible, type Witnesses } from "./html-witnesses.ts";
import type { WireRelated } from "../wire-item.ts";

const MAX_RELATED = 12;
const RELATED_NAME =
  /(?:^|[\s_-])(?:related|relation|read-?more|read-?also|see-?also|more-?on|recommended-?(?:stories|articles)|zum-?thema|lire-?aussi|leggi-?anche|similar|in-?this-?(?:story|series)|linkbox)(?=$|[\s_]|-|__)|relatedarticles|related-?\w+/;
const LABEL =
  /^(?:read (?:more|also|next)|also read|see also|related|more|don[’']t miss|lesen sie (?:auch|mehr)|mehr zum thema|auch interessant|lire aussi|à lire aussi|lea también|te puede interesar|leia (?:também|mais)|leggi anche|lees ook|les også|czytaj (?:także|też|więcej)|читайте также|читайте також|اقرأ أيضا)\s*[:–—|-]?\s*/iu;
const NO_ARTICLE =
  /\/(?:author|autor|tag|topic|category|section|user|login|signup|share|profile|newsletter)s?\/|(?:facebook|twitter|whatsapp|linkedin|pinterest|telegram|reddit)\.|intent\/tweet|mailto:|#comment/i;

function headlineOf(link: Element): string | undefined {
  const heading = findElements(link.children, (element) => /^h[1-6]$/.test(element.name)).map((element) =>
    textOf(element).replace(LABEL, ""),
  );
  const text = (heading.find((line) => line.length >= 18) ?? textOf(link)).replace(LABEL, "");
  const words = text.split(/\s+/).length;
  const isLong = text.length >= 18 && words >= 3;
  return (isLong || (text.length >= 8 && /[\u3040-\u9fff\uac00-\ud7a3\u0e00-\u0e7f]/.test(text))) && text.length <= 220
    ? text
    : undefined;
}

function readLink(link: Element, base: string | undefined, own: string | undefined): WireRelated | undefined {
  const title = headlineOf(link);
  const url = absoluteUrl(link.attribs.href ?? "", base);
  if (title === undefined || url === undefined || NO_ARTICLE.test(url)) return undefined;
  if (own !== undefined && url.replace(/[?#].*$/, "") === own.replace(/[?#].*$/, "")) return undefined;
  return { title, url };
}

/** Related headlines, those named in the text first. `base` is the page's address. Call it before furniture is taken out. */
export function selectRelated(witnesses: Witnesses, base: string | undefined): WireRelated[] {
  const isPageFurniture = (element: Element): boolean =>
    /^(?:nav|footer)$/.test(element.name) ||
    (element.name === "header" && !isWithin(element, (outer) => outer.name === "article")) ||
    /(?:^|[\s_-])(?:nav|menu|footer|most-?read|trending|popular|newsletter|breadcrumbs?)(?=$|[\s_-])/.test(
      namesOf(element),
    );
  const inText: WireRelated[] = [];
  const inLists: WireRelated[] = [];
  for (const link of selectVisible(
    witnesses,
    (element) => element.name === "a" && element.attribs.href !== undefined,
  )) {
    const related = readLink(link, base, base);
    if (related === undefined) continue;
    const holder = link.parent !== null && "attribs" in link.parent ? link.parent : undefined;
    const around = holder === undefined ? "" : textOf(holder);
    const line =
      holder?.parent !== null && holder?.parent !== undefined && "attribs" in holder.parent
        ? textOf(holder.parent)
        : "";
    const isLabelled =
      (LABEL.test(around) && around.length < related.title.length + 60) ||
      (LABEL.test(line) && line.length < related.title.length + 60);
    if (isWithin(link, isPageFurniture)) continue;
    if (isLabelled) inText.push(related);
    else if (isWithin(link, (element) => RELATED_NAME.test(namesOf(element)))) inLists.push(related);
  }
  const seen = new Set<string>();
  return [...inText, ...inLists]
    .filter((entry) => {
      const keys = [entry.url ?? "", bareLetters(entry.title)];
      if (keys.some((key) => seen.has(key))) return false;
      for (const key of keys) seen.add(key);
      return true;
    })
    .slice(0, MAX_RELATED);
}
