/** Topics of a page: its tags in its data, its keywords, or the links that it prints as tags. */

import { bareLetters } from "./html-shingles.ts";
import { type Element, isTag, isWithin, namesOf, textOf } from "./html-tree.ts";
import { selectVisible, type Witnesses } from "./html-witnesses.ts";
import { listOf, wordsOf } from "./linked-data.ts";

export interface FoundTags {
  readonly tags: readonly string[];
  readonly confidence: number;
}

const MAX_TAGS = 40;
/** `Subject: Justice`: kinds that are topics; lists that name other kinds beside are made for machines. */
const TOPIC_KIND = /^(?:subjects?|topics?|tags?|keywords?|themes?|thema|tema)\s*:\s*/i;
const ANY_KIND = /^[\p{L} ]{2,24}:\s*\S/u;
const MACHINE =
  /^_|^[0-9a-f]{8}-[0-9a-f-]{20,}$|^[a-z]+(?:[-_][a-z0-9]+){3,}$|^\d+$|^https?:|^[\w.-]+\.(?:com|net|org|de|ru)$/i;
const TAG_LINK =
  /\/(?:tags?|topics?|thema|themen|themes?|tema|temas|temat|tematy|sujets?|keywords?|etiqueta|etiquetas|dossiers?|emne|avainsanat|tagi|teg|hashtag)(?:\/|-|=)|[?&]tag=/i;
const TAG_NAME =
  /(?:^|[\s_-])(?:tags?|topics?|tag-?list|taglist|keywords?|schlagworte?|themen|temas|etiquetas|categories)(?=$|[\s_-])/;

function splitList(text: string): string[] {
  return text.includes(",") || text.includes(";") || text.includes("|") ? text.split(/[,;|،、]/) : [text];
}

function clean(entries: readonly string[], site: string): string[] {
  const kinds = entries.filter((entry) => ANY_KIND.test(entry));
  const byKind = kinds.length > entries.length / 3 && kinds.length > 2;
  const kept = byKind ? entries.filter((entry) => TOPIC_KIND.test(entry)) : entries;
  const seen = new Set<string>();
  return kept.flatMap((entry) => {
    const tag = entry
      .replace(TOPIC_KIND, "")
      .replace(/^[#\s]+/, "")
      .replace(/\s+/g, " ")
      .trim();
    const key = bareLetters(tag);
    if (key === "" || tag.length > 80 || seen.has(key) || key === site || MACHINE.test(tag)) return [];
    seen.add(key);
    return [tag];
  });
}

/** A list that names the site, first or more than once, is the same on all of its pages. */
function isOfSite(entries: readonly string[], site: string): boolean {
  if (site.length < 3) return false;
  const names = (entry: string): boolean =>
    bareLetters(entry) === site || (site.length > 5 && bareLetters(entry).startsWith(site));
  return names(entries[0] ?? "") || entries.filter(names).length > 1;
}

function visibleTags(witnesses: Witnesses): FoundTags {
  const isOther = (element: Element): boolean =>
    /^(?:nav|header|footer)$/.test(element.name) ||
    /(?:^|[\s_-])(?:nav|menu|header|footer|sidebar|trending|popular|breadcrumbs?)(?=$|[\s_-])/.test(namesOf(element)) ||
    element.attribs.role === "navigation";
  const isNamed = (element: Element): boolean =>
    TAG_NAME.test(`${namesOf(element)} ${(element.attribs["data-component"] ?? "").toLowerCase()}`);
  const links = selectVisible(
    witnesses,
    (element) =>
      element.name === "a" && (/\btag\b/.test(element.attribs.rel ?? "") || TAG_LINK.test(element.attribs.href ?? "")),
  );
  const shown = links.filter((link) => {
    const text = textOf(link);
    return (
      text !== "" && text.length <= 60 && !isWithin(link, isOther) && !isWithin(link, (element) => element.name === "p")
    );
  });
  const counts = new Map<Element, number>();
  for (const link of shown) for (const outer of outersOf(link)) counts.set(outer, (counts.get(outer) ?? 0) + 1);
  const groups = new Map<Element, { texts: string[]; score: number; named: boolean }>();
  for (const link of shown) {
    const outers = outersOf(link);
    const list = outers.find((outer) => (counts.get(outer) ?? 0) > 1) ?? outers[0];
    if (list === undefined) continue;
    const named = isWithin(link, isNamed) || /\btag\b/.test(link.attribs.rel ?? "");
    const group = groups.get(list) ?? { texts: [], score: 0, named };
    group.texts.push(textOf(link));
    group.score += named ? 3 : 1;
    groups.set(list, group);
  }
  let best: { texts: string[]; score: number; named: boolean } | undefined;
  for (const group of groups.values())
    if (group.texts.length <= 24 && (best === undefined || group.score > best.score)) best = group;
  return { tags: best?.texts ?? [], confidence: best?.named === true ? 0.7 : 0.45 };
}

/** The five elements around a link. */
function outersOf(link: Element): Element[] {
  const outers: Element[] = [];
  for (let at = link.parent; at !== null && outers.length < 5 && isTag(at) && at.name !== "body"; at = at.parent)
    outers.push(at);
  return outers;
}

function holdsAll(list: readonly string[], part: readonly string[]): boolean {
  const keys = new Set(list.map(bareLetters));
  return part.every((tag) => keys.has(bareLetters(tag)));
}

export function selectTags(witnesses: Witnesses): FoundTags {
  const { article, meta } = witnesses;
  const site = bareLetters(meta("og:site_name")[0] ?? wordsOf(article.publisher) ?? "");
  const linked = listOf(article.keywords).flatMap((entry) => splitList(wordsOf(entry) ?? ""));
  const lists: [string[], number][] = [
    [meta("article:tag", "og:article:tag").flatMap(splitList), 0.9],
    [linked, linked.length === 1 && (linked[0] ?? "").split(" ").length > 4 ? 0.1 : 0.88],
    [meta("news_keywords").flatMap(splitList), 0.8],
    [meta("keywords").flatMap(splitList), 0.65],
    [meta("parsely-tags", "sailthru.tags").flatMap(splitList), 0.5],
    [listOf(article.about).flatMap((entry) => wordsOf(entry) ?? []), 0.6],
  ];
  const heard = lists
    .map(([entries, confidence]) => ({ tags: isOfSite(entries, site) ? [] : clean(entries, site), confidence }))
    .filter(({ tags }) => tags.length > 0);
  const visible = visibleTags(witnesses);
  const seen = clean(visible.tags, site);
  const first = heard.sort((one, other) => other.confidence - one.confidence)[0];
  // The page's tags may be more than the one that its data names: `Politics` there, eleven tags on the page.
  if (first !== undefined && seen.length > first.tags.length && holdsAll(seen, first.tags))
    return { tags: seen, confidence: 0.8 };
  const [best, ...others] = heard;
  if (seen.length > 0 && (best === undefined || best.confidence < visible.confidence))
    return { tags: seen, confidence: visible.confidence };
  if (best === undefined) return { tags: [], confidence: 0 };
  // Of two lists in the data the one within the other is the article's own; the rest is for machines or the section.
  const inner = others.find(
    (other) =>
      other.tags.length > 1 &&
      other.tags.length < best.tags.length &&
      other.confidence >= 0.6 &&
      holdsAll(best.tags, other.tags),
  );
  const chosen = inner ?? best;
  return { tags: chosen.tags.slice(0, MAX_TAGS), confidence: chosen.confidence };
}
