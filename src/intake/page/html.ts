/**
 * A saved page → one wire item. Every witness is heard before anything is taken out of the tree: JSON-LD, Open Graph and
 * meta, microdata, what the page prints. Then the text is found, its furniture taken out, its dateline and corrections read.
 */
import { guessLanguage } from "../text/guess-language.ts";
import { weightOf } from "./html-blocks.ts";
import { type BodyHints, selectBody } from "./html-body.ts";
import { selectByline, selectOtherCredits } from "./html-byline.ts";
import { selectDates } from "./html-dates.ts";
import { selectAddress, selectKicker, selectLanguage, selectMainPicture, selectSection } from "./html-head.ts";
import { nameParts } from "./html-parts.ts";
import type { HtmlPicture } from "./html-picture.ts";
import { selectRelated } from "./html-related.ts";
import { bareLetters } from "./html-shingles.ts";
import { selectTags } from "./html-tags.ts";
import {
  correctionsAround,
  knownBody,
  standfirstFrom,
  takeCorrections,
  takeFirstPicture,
  takeHead,
} from "./html-text.ts";
import { selectTitle } from "./html-title.ts";
import { nodesToMarkdown } from "../text/html-to-markdown.ts";
import { parseMarkup, plainLine, textOf } from "./html-tree.ts";
import { hearWitnesses, type Witnesses } from "./html-witnesses.ts";
import { IntakeError } from "../intake-error.ts";
import { paragraphsFromKnown } from "./known-body.ts";
import { wordsOf } from "./linked-data.ts";
import { escapeInline } from "../text/markdown-print.ts";
import { paragraphsOf } from "../text/markdown-text.ts";
import { isMhtml, type Mhtml, type MhtmlPart, parseMhtml, readSaveMark } from "./mhtml.ts";
import type { WireItem, WireMedia } from "../wire-item.ts";

export interface ReadHtmlOptions {
  /** Where the page was saved from; relative addresses are resolved against it unless the page says better. */
  readonly url?: string;
}

const MIN_BODY = 140;

function describe(witnesses: Witnesses): string | undefined {
  const told = [
    wordsOf(witnesses.article.description),
    ...(witnesses.itemprops.get("description") ?? []).map((element) => textOf(element)),
    ...witnesses.meta("og:description", "description", "twitter:description"),
  ].find((text) => text !== undefined && text.length >= 12);
  return told === undefined ? undefined : plainLine(told);
}

function mediaOf(pictures: readonly (HtmlPicture | undefined)[]): WireMedia[] {
  const seen = new Set<string>();
  return pictures.flatMap((picture): WireMedia[] => {
    if (picture?.url === undefined || seen.has(picture.url)) return [];
    seen.add(picture.url);
    return [{ kind: "picture", ...picture }];
  });
}

function sourceOf(
  name: string | undefined,
  url: string | undefined,
  captured: string | undefined,
): Pick<WireItem, "source"> {
  if (name === undefined && url === undefined) return {};
  return {
    source: {
      ...(name === undefined ? {} : { name }),
      ...(url === undefined ? {} : { url }),
      ...(captured === undefined ? {} : { captured }),
    },
  };
}

/** Pictures whose bytes the input carries as parts beside the page. */
function withParts(media: readonly WireMedia[], parts: Mhtml["parts"]): WireMedia[] {
  return media.map((picture) => {
    const part = picture.url === undefined ? undefined : parts.get(picture.url);
    return part === undefined ? picture : { ...picture, bytes: part.bytes, mediaType: part.mediaType };
  });
}

/**
 * Reads a saved page: HTML, or MHTML as browsers save it. Throws IntakeError where it is too large, too deep, or holds
 * no text.
 */
export function readHtml(markup: string, options: ReadHtmlOptions = {}): WireItem[] {
  if (isMhtml(markup)) {
    const saved = parseMhtml(markup);
    const url = options.url ?? saved.url;
    return readPage(saved.markup, url, saved.savedAt, new Map(saved.parts));
  }
  const mark = readSaveMark(markup);
  return readPage(markup, options.url ?? mark.url, mark.savedAt, new Map());
}

function readPage(
  markup: string,
  address: string | undefined,
  savedAt: string | undefined,
  parts: Map<string, MhtmlPart>,
): WireItem[] {
  const tree = parseMarkup(markup);
  nameParts(tree, parts);
  const witnesses = hearWitnesses(tree);
  const notes: string[] = [];
  const needs: string[] = [];
  const url = selectAddress(witnesses, address);
  const base = witnesses.base ?? address ?? url;
  const title = selectTitle(witnesses);
  const byline = selectByline(witnesses);
  const { published, updated } = selectDates(witnesses);
  const tags = selectTags(witnesses);
  const related = selectRelated(witnesses, base);
  const section = selectSection(witnesses);
  const kicker = selectKicker(witnesses, title?.title);
  const told = selectMainPicture(witnesses, base);
  const described = describe(witnesses);
  const known = knownBody(witnesses);
  const lang = selectLanguage(witnesses);
  const site = witnesses.meta("og:site_name")[0] ?? wordsOf(witnesses.article.publisher);

  const hints: BodyHints = {
    byline: byline.byline,
    ...(base === undefined ? {} : { host: new URL(base).hostname.toLowerCase() }),
    ...(title === undefined ? {} : { title: title.title }),
    ...(witnesses.headlines[0] === undefined ? {} : { heading: textOf(witnesses.headlines[0]) }),
    ...(described === undefined ? {} : { standfirst: described }),
    ...(known === undefined ? {} : { articleBody: known }),
  };
  const selected = selectBody(witnesses.body, hints);
  const converted = nodesToMarkdown(selected.nodes, { pictures: "keep", ...(base === undefined ? {} : { base }) });
  let markdown = converted.markdown;
  let bodyConfidence = 0.5 + 0.45 * selected.confidence;
  const visibleLength = bareLetters(paragraphsOf(markdown).join("")).length;
  if (known !== undefined && bareLetters(known).length > 250 && visibleLength < bareLetters(known).length * 0.6) {
    markdown = paragraphsFromKnown(known)
      .map((text) => escapeInline(text, { atLineStart: true, beforeLink: false, inCell: false }))
      .join("\n\n");
    notes.push(
      "The page shows only a part of its text; the whole was taken from its data, without links and subheads.",
    );
    bodyConfidence = 0.7;
  }
  const first = takeFirstPicture(markdown, converted.images);
  const corrected = takeCorrections(first.body);
  const head = takeHead(corrected.body);
  const paragraphs = paragraphsOf(head.body);
  const length = weightOf(paragraphs.join(""));
  const corrections = [...corrected.corrections, ...correctionsAround(selected.around, corrected.corrections)];
  if (length === 0 && title === undefined) {
    throw new IntakeError(
      "a page without a headline and without text",
      "save the page again when it has loaded, or paste its text",
    );
  }

  const standfirst = selected.standfirst ?? standfirstFrom(described, paragraphs, title?.title);
  const guessed = lang ?? guessLanguage(paragraphs.join(" "))?.lang;
  const main = told === undefined ? first.picture : { ...first.picture, ...told };
  if (published === undefined) needs.push("No date was found on the page; write when it was published.");
  if (title === undefined) needs.push("No headline was found on the page; write one.");
  if (length < MIN_BODY)
    needs.push("Hardly any text was found on the page; it may be behind a wall or made by a script. Paste the text.");
  for (const credit of selectOtherCredits(witnesses)) notes.push(`Not in the byline: ${credit}.`);
  for (const date of [published, updated]) if (date?.note !== undefined) notes.push(date.note);
  if (selected.leftOut.length > 0)
    notes.push(
      `Left out: ${selected.leftOut
        .slice(0, 8)
        .map((line) => `“${line.length > 80 ? `${line.slice(0, 79)}…` : line}”`)
        .join("; ")}${selected.leftOut.length > 8 ? `; and ${selected.leftOut.length - 8} more lines` : ""}.`,
    );
  if (lang === undefined && guessed !== undefined)
    notes.push(`The page names no language; its words are taken for ${guessed}.`);
  const confidence: Record<string, number> = {
    ...(title === undefined ? {} : { title: title.confidence }),
    ...(byline.byline.length === 0 ? {} : { byline: byline.confidence }),
    ...(published === undefined ? {} : { date: published.confidence }),
    ...(updated === undefined ? {} : { updated: updated.confidence }),
    ...(standfirst === undefined ? {} : { standfirst: selected.standfirst === undefined ? 0.6 : 0.85 }),
    ...(head.dateline === undefined ? {} : { dateline: head.confidence ?? 0.5 }),
    ...(section === undefined ? {} : { section: 0.8 }),
    ...(tags.tags.length === 0 ? {} : { tags: tags.confidence }),
    ...(related.length === 0 ? {} : { related: 0.7 }),
    ...(guessed === undefined ? {} : { lang: lang === undefined ? 0.7 : 0.95 }),
    ...(main === undefined ? {} : { image: told === undefined ? 0.6 : 0.9 }),
    body: Math.round(100 * bodyConfidence) / 100,
  };
  return [
    {
      format: "html",
      ...(url === undefined ? {} : { id: url }),
      ...(title === undefined ? {} : { title: title.title }),
      ...(kicker === undefined ? {} : { kicker }),
      ...(standfirst === undefined ? {} : { standfirst }),
      byline: byline.byline,
      ...(published === undefined ? {} : { date: published.date }),
      ...(updated === undefined ? {} : { updated: updated.date }),
      ...(head.dateline === undefined ? {} : { dateline: head.dateline }),
      ...(section === undefined ? {} : { section }),
      tags: tags.tags,
      related,
      ...(guessed === undefined ? {} : { lang: guessed }),
      corrections,
      ...sourceOf(site, url, savedAt),
      media: withParts(
        mediaOf([
          main,
          ...converted.images.filter(
            (picture) => picture.url !== undefined && head.body.includes(picture.url.slice(0, 200)),
          ),
        ]),
        parts,
      ),
      body: head.body,
      paragraphs,
      confidence,
      notes,
      needs,
    },
  ];
}
