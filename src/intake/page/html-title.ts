/** The headline of a page: what most of its witnesses print, without the name of the site. */
import { printedTitle } from "./html-headline.ts";
import { bareLetters } from "./html-shingles.ts";
import { textOf } from "./html-tree.ts";
import type { Witnesses } from "./html-witnesses.ts";
import { wordsOf } from "./linked-data.ts";

export interface FoundTitle {
  readonly title: string;
  readonly confidence: number;
}

/** Characters; what is longer is no headline. */
const MAX_TITLE = 400;
const SEPARATOR = /\s+[|–—·•»›«‹:*/-]\s+|\s*[|｜ㅣ∣❘¦]\s*|\s*::\s*|\s+[-–—](?=\p{Lo})/gu;

/** The names of a page's site, letters alone: as it calls itself, and its host with and without the ending (`varnherald`). */
function siteNames({ meta, article, canonical }: Witnesses): string[] {
  const address = canonical ?? meta("og:url")[0] ?? "";
  const host = URL.canParse(address) ? new URL(address).hostname.replace(/^(?:www|m|amp)\./, "") : "";
  const own = meta("og:site_name", "application-name")[0] ?? wordsOf(article.publisher);
  return [own, host, host.replace(/(?:\.(?:com?|net|org))?\.\w{2,6}$/, "")].flatMap((name) => {
    const letters = bareLetters(name ?? "");
    return letters.length > 1 ? [letters] : [];
  });
}

/** Whether a part of a title names the site: as a whole, or the site's own name (the first of `sites`) within other words. */
function namesSite(part: string, sites: readonly string[]): boolean {
  const [own = ""] = sites;
  return part !== "" && (own.includes(part) || sites.includes(part) || (own.length > 2 && part.includes(own)));
}

/** `Harbour reopens | The Varn Herald` → `Harbour reopens`, where the rest names the site or another witness says the shorter. */
function withoutSite(text: string, sites: readonly string[], others: readonly string[]): string {
  const cuts = [...text.matchAll(SEPARATOR)];
  for (const cut of cuts) {
    const head = text.slice(0, cut.index);
    if (others.some((other) => bareLetters(other) === bareLetters(head) && head.length > 8)) return head;
  }
  const [first] = cuts;
  if (first !== undefined && sites.includes(bareLetters(text.slice(0, first.index)))) {
    const rest = text.slice(first.index + first[0].length);
    if (rest.length >= 12) return withoutSite(rest, sites, others);
  }
  for (const cut of cuts.reverse()) {
    const tail = bareLetters(text.slice(cut.index + cut[0].length));
    const head = text.slice(0, cut.index);
    if (head.length >= 12 && namesSite(tail, sites)) return withoutSite(head, sites, others);
  }
  return text;
}

/**
 * Printed headings, the headline first: the one with which the title of the document begins. One with which it ends, behind a
 * separator, is the name of the site or desk and left out.
 */
function inOrder(documentTitle: string | undefined, headings: readonly string[]): string[] {
  if (documentTitle === undefined) return [...headings];
  const whole = bareLetters(documentTitle);
  const cut = [...documentTitle.matchAll(SEPARATOR)].at(-1);
  const after = cut === undefined ? "" : bareLetters(documentTitle.slice(cut.index + cut[0].length));
  // The name of a site is shorter than what it follows; else it may be the headline behind its kicker.
  const tail = after.length < whole.length / 2 ? after : "";
  const shown = headings.filter((text) => tail === "" || bareLetters(text) !== tail);
  const leads = (text: string): boolean => bareLetters(text).length > 8 && whole.startsWith(bareLetters(text));
  const [first] = shown;
  return first === undefined || leads(first)
    ? shown
    : [...shown.filter(leads), ...shown.filter((text) => !leads(text))];
}

/** Who is heard, and how much each counts. */
export function selectTitle(witnesses: Witnesses): FoundTitle | undefined {
  const { article, meta, headlines, searched, itemprops, documentTitle } = witnesses;
  const sites = siteNames(witnesses);
  const said = [wordsOf(article.headline), wordsOf(article.alternativeHeadline), meta("og:title")[0]];
  const visible = inOrder(
    documentTitle,
    headlines
      .map((headline) =>
        printedTitle(
          headline,
          said.filter((text) => text !== undefined),
        ),
      )
      .filter((text) => text.length > 3 && !sites.includes(bareLetters(text))),
  );
  const raw: [string | undefined, number][] = [
    [wordsOf(article.headline), 3],
    [visible[0], visible.length === 1 ? 3.2 : 2.6],
    [meta("og:title")[0], 2],
    [meta("twitter:title")[0], 1.4],
    [
      itemprops
        .get("headline")
        ?.map((element) => textOf(element))
        .find((text) => text !== ""),
      2,
    ],
    [documentTitle, 1.2],
    [wordsOf(article.name), 1],
    [meta("dc.title", "sailthru.title", "parsely-title")[0], 0.8],
  ];
  if (searched !== undefined) raw.push([searched, 0.6]);
  for (const other of visible.slice(1, 4)) raw.push([other, 0.6]);
  const heard = raw.flatMap(([text, votes]) =>
    text === undefined || text === "" || text.length > MAX_TITLE ? [] : [{ text, votes }],
  );
  if (heard.length === 0) return undefined;
  const texts = heard.map(({ text }) => text);
  const groups = new Map<string, { text: string; votes: number }>();
  let total = 0;
  for (const { text, votes } of heard) {
    const bare = withoutSite(
      text,
      sites,
      texts.filter((other) => other !== text),
    );
    const key = bareLetters(bare);
    if (key === "") continue;
    total += votes;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { text: bare, votes });
    else group.votes += votes;
  }
  let best: { text: string; votes: number } | undefined;
  for (const group of groups.values()) if (best === undefined || group.votes > best.votes) best = group;
  if (best === undefined) return undefined;
  const shared = sharedTitle(witnesses, sites, texts);
  const other = shared === undefined ? undefined : groups.get(bareLetters(shared));
  const chosen = other !== undefined && isPlainer(other.text, best.text, witnesses) ? other : best;
  return { title: chosen.text, confidence: Math.min(0.99, 0.4 + (0.6 * chosen.votes) / Math.max(3, total)) };
}

/** The title that the newsroom gives the article away from its page (Open Graph), where it is whole. */
function sharedTitle(witnesses: Witnesses, sites: readonly string[], texts: readonly string[]): string | undefined {
  const given = witnesses.meta("og:title")[0];
  if (given === undefined || given.length > MAX_TITLE) return undefined;
  const bare = withoutSite(
    given,
    sites,
    texts.filter((text) => text !== given),
  );
  return bare.length < 12 || /(?:\.{3}|…)$/.test(bare) || sites.includes(bareLetters(bare)) ? undefined : bare;
}

/**
 * Whether the shared title is the better one: the printed headline without its kicker, or a title that another witness
 * repeats or none contradicts. What only the printed headline and the data say is then the line of the moment.
 */
function isPlainer(shared: string, printed: string, witnesses: Witnesses): boolean {
  const [a, b] = [bareLetters(shared), bareLetters(printed)];
  if (a === b) return false;
  // A line that the breadcrumbs repeat was written for search engines, wherever else it is shared.
  if (witnesses.searched !== undefined && a === bareLetters(witnesses.searched)) return false;
  if (b.endsWith(a)) return b.length - a.length < 48;
  if (a.includes(b)) return false;
  const twitter = witnesses.meta("twitter:title")[0];
  const backs = bareLetters(witnesses.documentTitle ?? "").startsWith(b);
  if (twitter !== undefined && bareLetters(twitter).startsWith(a) && !backs) return true;
  const others = [
    wordsOf(witnesses.article.alternativeHeadline),
    witnesses.documentTitle,
    ...(witnesses.itemprops.get("headline") ?? []).map((element) => textOf(element)),
  ];
  return twitter === undefined || others.some((other) => other !== undefined && bareLetters(other).startsWith(a));
}
