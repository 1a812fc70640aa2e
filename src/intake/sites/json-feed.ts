/** JSON Feed 1 and 1.1 → an item for each entry. https://www.jsonfeed.org/version/1.1/ */
import { escapeText } from "../../html.ts";
import { defined } from "../defined.ts";
import { readForeignDate } from "../dates/foreign-date.ts";
import { IntakeError } from "../intake-error.ts";
import { asList, asObject, asText, type JsonObject, parseJson } from "../json.ts";
import { LIMITS } from "../limits.ts";
import { readMarkupBody, readOrHold } from "./markup-body.ts";
import { paragraphsToHtml, splitParagraphs } from "../text/plain-paragraphs.ts";
import type { WireItem, WireMedia } from "../wire-item.ts";

function authorsOf(item: JsonObject): string[] {
  return [...asList(item.authors), item.author]
    .map((author) => asText(asObject(author)?.name))
    .filter((name) => name !== undefined);
}

function mediaOf(item: JsonObject): WireMedia[] {
  const image = asText(item.image) ?? asText(item.banner_image);
  const attached = asList(item.attachments).flatMap((attachment): WireMedia[] => {
    const fields = asObject(attachment);
    const url = asText(fields?.url);
    const type = asText(fields?.mime_type) ?? "";
    if (url === undefined || !/^(?:image|audio)\//.test(type)) return [];
    return [
      {
        kind: type.startsWith("audio") ? "audio" : "picture",
        url,
        mediaType: type,
        ...defined({ caption: asText(fields?.title) }),
      },
    ];
  });
  return image === undefined ? attached : [{ kind: "picture", url: image }, ...attached];
}

function readEntry(item: JsonObject, feed: JsonObject, zone: string): WireItem {
  const url = asText(item.url) ?? asText(item.external_url);
  const plain = asText(item.content_text);
  const markup =
    asText(item.content_html) ?? (plain === undefined ? undefined : paragraphsToHtml(splitParagraphs(plain)));
  const summary = asText(item.summary);
  const { media, datelineConfidence, ...body } = readMarkupBody(
    markup ?? (summary === undefined ? "" : `<p>${escapeText(summary)}</p>`),
    url,
  );
  const published = readForeignDate(asText(item.date_published) ?? "", zone);
  const modified = readForeignDate(asText(item.date_modified) ?? "", zone);
  const date = published?.date ?? modified?.date;
  const updated =
    modified !== undefined && date !== undefined && Date.parse(modified.date) > Date.parse(date)
      ? modified.date
      : undefined;
  const authors = authorsOf(item);
  const source = defined({ name: asText(feed.title), url });
  const fields = defined({
    id: asText(item.id),
    title: asText(item.title)?.replace(/\s+/g, " "),
    standfirst: markup === undefined ? undefined : summary?.replace(/\s+/g, " "),
    date,
    updated,
    lang: asText(item.language) ?? asText(feed.language),
    source: source.name === undefined && source.url === undefined ? undefined : source,
  });
  const pictures = mediaOf(item);
  return {
    format: "rss",
    ...fields,
    ...body,
    byline: authors.length > 0 ? authors : authorsOf(feed),
    tags: asList(item.tags)
      .map(asText)
      .filter((tag) => tag !== undefined),
    related: [],
    corrections: [],
    media: [...pictures, ...media.filter((picture) => !pictures.some(({ url: known }) => known === picture.url))],
    confidence: {
      ...Object.fromEntries(Object.keys(fields).map((key) => [key, 1])),
      body: markup === undefined ? 0.4 : 1,
      ...defined({ dateline: datelineConfidence }),
    },
    notes: [
      ...(published?.note === undefined ? [] : [published.note]),
      ...(markup === undefined ? ["The feed gives only a summary of the article."] : []),
    ],
    needs: [],
  };
}

/** Reads a feed; an item for each entry. Throws an `IntakeError` where it is broken or no feed. */
export function readJsonFeed(text: string, { zone }: { readonly zone: string }): WireItem[] {
  const feed = asObject(parseJson(text, { length: LIMITS.archive }));
  const entries = asList(feed?.items)
    .map(asObject)
    .filter((entry) => entry !== undefined);
  if (feed === undefined || entries.length === 0)
    throw new IntakeError("a JSON feed without items", "give a feed that has some");
  return entries
    .slice(0, LIMITS.items)
    .map((entry) => readOrHold("rss", asText(entry.title), () => readEntry(entry, feed, zone)));
}
