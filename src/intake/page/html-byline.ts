/** Who wrote a page: people before houses, the page's data before what its classes are called. */
import { isKnownAgency } from "../../article/agency.ts";
import { isPerson, parseByline, parsePrintedByline } from "../../article/printed-byline.ts";
import { bareLetters } from "./html-shingles.ts";
import { type ChildNode, type Element, isTag, isText, isWithin, namesOf, plainLine, textOf } from "./html-tree.ts";
import { isBlock } from "./html-blocks.ts";
import { selectVisible, type Witnesses } from "./html-witnesses.ts";
import { asObject, asText } from "../json.ts";
import { listOf, typesOf, wordsOf } from "./linked-data.ts";

export interface FoundByline {
  readonly byline: readonly string[];
  readonly confidence: number;
}

const BYLINE_NAME =
  /(?:^|[\s_-])(?:authors?|byline|by-?line|autor(?:en|es|in)?|auteurs?|writer|journalist|reporter|forfatter|skribent|contributors?|creator-?names?)(?=$|[\s_]|-|__)|author-?name|authorname/;
/** A line that may be a byline and nothing else: `By Ida Holt`, `Von Marta Kern`, `Autorin: Marta Kern and Ion Dall`. */
const PLAIN_BYLINE =
  /^(?:By|BY|Von|Par|Por|Di|Door|Av|Af|Przez|Autor(?:in|ka|zy|es)?(?:\/Autor)?|Text|Автор|Автор:|بقلم)\s*:?\s+\p{Lu}\p{Ll}[\p{L}\p{M}\s.,'’&/()-]{3,120}$/u;
const AUTHOR_LINK =
  /\/(?:author|autor)-\p{L}|\/(?:authors?|autor(?:en|es)?|auteurs?|people|person|profile|profil|staff|team|journalists?|reporters?|by|contributors?|redaktion|writers?|columnists?|autorzy|autori)\//iu;
const NOT_OURS =
  /related|recommend|comment|teaser|sidebar|footer|most-?read|(?:^|[\s_-])cards?(?=$|[\s_-])|newsletter|promo|popular|more-?(?:from|on)|bio(?:graphy)?\b|about|caption|credit|copyright|quote/;

function unique(names: readonly (string | undefined)[]): string[] {
  const seen = new Set<string>();
  return names.flatMap((name) => {
    if (name === undefined) return [];
    const key = bareLetters(name);
    if (key === "" || seen.has(key)) return [];
    seen.add(key);
    return [name];
  });
}

/** Names that the page's data gives, and whether they are people. */
function linkedAuthors(witnesses: Witnesses): { names: string[]; areHouses: boolean } {
  const names: (string | undefined)[] = [];
  let houses = 0;
  const entries = [
    ...listOf(witnesses.article.author),
    ...(witnesses.article.author === undefined ? listOf(witnesses.article.creator) : []),
  ];
  for (const entry of entries) {
    const resolved = witnesses.data.resolve(entry);
    const object = asObject(resolved);
    const whole =
      wordsOf(resolved) ??
      [asText(object?.givenName), asText(object?.familyName)].filter((part) => part !== undefined).join(" ");
    const found = parseByline(whole);
    if (object !== undefined && typesOf(object).some((type) => /Organi[sz]ation/.test(type))) houses += found.length;
    names.push(...found);
  }
  const clean = unique(names);
  return { names: clean, areHouses: clean.length > 0 && houses >= clean.length };
}

/** Beside the name of a person, what is neither one nor an agency is a button or a label. */
function peopleFirst(names: readonly string[]): string[] {
  return names.some(isPerson) ? names.filter((name) => isPerson(name) || isKnownAgency(name)) : [...names];
}

const CLOCK = /\s+\d{1,2}[:.]\d{2}.*$|\s+\d{1,2}\.? \p{L}+ \d{4}.*$|\s+\p{L}{3,9}\.? \d{1,2},? \d{4}.*$/u;

/** The names that an element prints; a link to an author's page says where the name ends. */
function namesOfElement(element: Element): string[] {
  const text = textOf(element);
  const links = selectLinks(element).filter(
    (link) => AUTHOR_LINK.test(link.attribs.href ?? "") || /\bauthor\b/.test(link.attribs.rel ?? ""),
  );
  const named = unique(links.flatMap((link) => parseByline(textOf(link)))).filter(isLikeName);
  if (named.length > 0) {
    return peopleFirst(named);
  }
  if (text.length > 160) return [];
  return unique(linesOf(element).flatMap((line) => parseByline(line.replace(CLOCK, "")))).filter(isLikeName);
}

/** The text of an element line by line. */
function linesOf(element: Element): string[] {
  const lines: string[] = [""];
  const visit = (nodes: readonly ChildNode[]): void => {
    for (const node of nodes) {
      if (isText(node)) lines[lines.length - 1] += node.data;
      else if (isTag(node)) {
        const breaks = node.name === "br" || isBlock(node);
        if (breaks) lines.push("");
        visit(node.children);
        if (breaks) lines.push("");
      }
    }
  };
  visit(element.children);
  return lines.map(plainLine).filter((line) => line !== "");
}

function selectLinks(element: Element): Element[] {
  return element.children.flatMap((child) =>
    "attribs" in child ? [...(child.name === "a" ? [child] : []), ...selectLinks(child)] : [],
  );
}

function isLikeName(name: string): boolean {
  const words = name.split(/\s+/);
  return words.length <= 6 && name.length <= 60 && (/^\p{Lu}/u.test(name) || /^[\p{Lo}]/u.test(name));
}

/** The names in the first of some elements and in those that stand close to it; none where they are too many for one article. */
function namesBesideFirst(elements: readonly Element[]): string[] {
  const outersOf = ({ parent }: Element) => [
    parent,
    parent?.parent,
    parent?.parent?.parent,
    parent?.parent?.parent?.parent,
  ];
  const [first] = elements;
  if (first === undefined) return [];
  const scopes = new Set(outersOf(first));
  const group = elements.filter(
    (element) =>
      element === first ||
      outersOf(element).some(
        (outer) =>
          outer !== null &&
          outer !== undefined &&
          outer.type === "tag" &&
          outer.name !== "body" &&
          scopes.has(outer) &&
          textOf(outer).length < 400,
      ),
  );
  const names = peopleFirst(unique(group.flatMap(namesOfElement)));
  return names.length > 8 ? [] : names;
}

/** Names that stand in the page itself: microdata and `rel=author` first, then elements named for it. */
function visibleAuthors(witnesses: Witnesses): { names: string[]; confidence: number } {
  const isOther = (element: Element): boolean =>
    /^(?:aside|footer|nav|figure|blockquote)$/.test(element.name) || NOT_OURS.test(namesOf(element));
  const marked = selectVisible(
    witnesses,
    (element) =>
      /^author$|\bauthor\b/.test(element.attribs.itemprop ?? "") || /\bauthor\b/.test(element.attribs.rel ?? ""),
  ).filter((element) => !isWithin(element, isOther));
  const names = namesBesideFirst(marked);
  if (names.length > 0) return { names, confidence: 0.85 };
  for (const element of selectVisible(witnesses, (candidate) =>
    BYLINE_NAME.test(`${namesOf(candidate)} ${(candidate.attribs["data-testid"] ?? "").toLowerCase()}`),
  )) {
    if (isWithin(element, isOther)) continue;
    const names = namesOfElement(element);
    if (names.length > 0) return { names, confidence: 0.7 };
  }
  for (const element of selectVisible(witnesses, (candidate) =>
    /^(?:p|div|span|li|small|address)$/.test(candidate.name),
  )) {
    const text = element.children.length > 6 ? "" : textOf(element);
    const plain = PLAIN_BYLINE.test(text) && !isWithin(element, isOther) ? parseByline(text) : [];
    if (plain.length > 0 && plain.every((name) => /\s/.test(name))) return { names: plain, confidence: 0.55 };
  }
  const linked = selectVisible(
    witnesses,
    (element) =>
      element.name === "a" && AUTHOR_LINK.test(element.attribs.href ?? "") && /\s|^\p{Lo}/u.test(textOf(element)),
  ).filter((element) => !isWithin(element, (outer) => isOther(outer) || outer.name === "header"));
  const signed = namesBesideFirst(linked);
  if (signed.length > 0) return { names: signed, confidence: 0.5 };
  return { names: [], confidence: 0 };
}

/** Credits for editing, pictures and the like that stand beside the byline, as printed. */
export function selectOtherCredits(witnesses: Witnesses): string[] {
  const named = selectVisible(
    witnesses,
    (element) => BYLINE_NAME.test(namesOf(element)) && textOf(element).length < 300,
  );
  return unique(
    named.slice(0, 8).flatMap((element) => linesOf(element).flatMap((line) => parsePrintedByline(line).others)),
  );
}

export function selectByline(witnesses: Witnesses): FoundByline {
  const site = bareLetters(witnesses.meta("og:site_name")[0] ?? wordsOf(witnesses.article.publisher) ?? "");
  const isSite = (name: string): boolean =>
    site !== "" && (bareLetters(name) === site || site.includes(bareLetters(name)) || bareLetters(name).includes(site));
  const linked = linkedAuthors(witnesses);
  const visible = visibleAuthors(witnesses);
  const meta = unique(
    witnesses
      .meta(
        "author",
        "article:author",
        "og:article:author",
        "parsely-author",
        "byl",
        "sailthru.author",
        "dc.creator",
        "dcterms.creator",
        "citation_author",
      )
      .flatMap(parseByline),
  );
  const isHouse = linked.areHouses || linked.names.every(isSite);
  if (linked.names.length > 0 && !isHouse) {
    const isPart =
      visible.names.length > linked.names.length &&
      linked.names.every((name) => visible.names.some((other) => bareLetters(other) === bareLetters(name)));
    return isPart && visible.confidence > 0.8
      ? { byline: visible.names, confidence: 0.85 }
      : { byline: linked.names.filter((name) => linked.names.length === 1 || !isSite(name)), confidence: 0.95 };
  }
  const seen = visible.names.filter((name) => !isSite(name));
  const told = meta.filter((name) => !isSite(name) && isLikeName(name));
  if (told.length > 0 && linked.names.length === 0) {
    const agree = seen.some((name) => told.some((other) => bareLetters(other) === bareLetters(name)));
    return {
      byline:
        agree || seen.length === 0 ? told.filter((name) => seen.length === 0 || agree || seen.includes(name)) : seen,
      confidence: agree ? 0.9 : 0.7,
    };
  }
  if (seen.length > 0) return { byline: seen, confidence: visible.confidence };
  if (linked.names.length > 0) return { byline: linked.names, confidence: 0.6 };
  return meta.length > 0 ? { byline: meta.slice(0, 1), confidence: 0.5 } : { byline: [], confidence: 0 };
}
