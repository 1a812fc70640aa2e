/** Articles of Hugo, Jekyll, Ghost, Astro, Eleventy and our own → wire items. Docs: gohugo.io/content-management/front-matter, jekyllrb.com/docs/front-matter. */
import { DISCUSSION_STATES } from "../../article/article.ts";
import { parseByline } from "../../article/printed-byline.ts";
import { FrontReader } from "./front-reader.ts";
import { asObject, asText } from "../json.ts";
import { paragraphsOf, picturesOf } from "../text/markdown-text.ts";
import { type SplitBody, splitDateline } from "./markup-body.ts";
import {
  type MdOptions,
  readCorrections,
  readDateline,
  readDates,
  readPicture,
  readRelated,
  readSeries,
  readSource,
  readTags,
  slugFrom,
  takeHeading,
} from "./md-fields.ts";
import { selectOldAddresses } from "./old-addresses.ts";
import { plainBody } from "./site-generator-body.ts";
import { MACHINERY } from "./site-generator-keys.ts";
import { splitForeign } from "./split-foreign.ts";
import type { WireItem, WireMedia } from "../wire-item.ts";

/** Reads one file. Throws an `IntakeError` where its front matter is broken. */
export function readMd(text: string, options: MdOptions): WireItem[] {
  const { language, front, body } = splitForeign(text);
  const reader = new FrontReader(front);
  const notes: string[] = [];
  const needs: string[] = [];
  const dates = readDates(reader, options, notes);
  const plain = plainBody(body);
  const heading = reader.text("title") === undefined ? takeHeading(plain.markdown) : { rest: plain.markdown };
  const title = reader.text("title") ?? heading.title;
  const { tags, section } = readTags(reader);
  const status = asText(reader.named("status"))?.toLowerCase();
  const draft = reader.flag("draft") === true || reader.flag("published") === false || status === "draft";
  const picture = readPicture(reader);
  const inBody = picturesOf(heading.rest).filter(({ src }) => src !== picture?.url);
  const retracted = asObject(reader.value("retracted"));
  const comments = reader.flag("comments");
  const discussion =
    DISCUSSION_STATES.find((state) => state === reader.text("discussion")) ??
    (comments === undefined ? undefined : comments ? "open" : "off");
  const audio = asText(asObject(reader.value("audio"))?.src) ?? reader.text("audio");
  if (reader.flag("private") === true || asText(reader.named("visibility")) === "members")
    needs.push("it was not public where it comes from");
  const given = readDateline(reader, notes);
  const split: SplitBody = given === undefined ? splitDateline(heading.rest) : { body: heading.rest };
  const optional = {
    title,
    kicker: reader.text("kicker"),
    standfirst: reader.text("standfirst")?.replace(/\s+/g, " "),
    ...dates,
    dateline: given ?? split.dateline,
    section,
    series: readSeries(reader),
    lang: reader.text("lang")?.replace("_", "-"),
    slug: slugFrom(reader, options.name),
    translates: reader.text("translates"),
    discussion,
    source: readSource(reader),
    retracted:
      retracted === undefined
        ? undefined
        : {
            reason: asText(retracted.reason) ?? "",
            ...(asText(retracted.date) === undefined ? {} : { date: asText(retracted.date) ?? "" }),
          },
  };
  const byline = reader.names("byline").flatMap(parseByline);
  const aliases = selectOldAddresses(reader.addresses("aliases"));
  const confidence: Record<string, number> = { body: 1 };
  const lists = { byline: byline[0], tags: tags[0] };
  for (const [key, value] of Object.entries({ ...optional, ...lists })) {
    if (value !== undefined && key !== "slug") confidence[key] = 1;
  }
  if (heading.title !== undefined) confidence.title = 0.8;
  if (split.datelineConfidence !== undefined) confidence.dateline = split.datelineConfidence;
  const related = readRelated(reader);
  const corrections = readCorrections(reader);
  const left = reader.unused().filter((key) => !MACHINERY.has(key));
  if (left.length > 0)
    notes.push(`Left out, since the article file has no place for it: ${left.slice(0, 20).join(", ")}.`);
  const media: WireMedia[] = [
    ...(picture === undefined ? [] : [picture]),
    ...inBody.map(({ src, alt, title: line }): WireMedia => ({ kind: "picture", url: src, alt, caption: line })),
    ...(audio === undefined ? [] : [{ kind: "audio" as const, url: audio }]),
  ];
  return [
    {
      format: "md",
      byline,
      tags,
      related,
      corrections,
      media,
      body: split.body,
      paragraphs: paragraphsOf(split.body),
      confidence,
      notes: [...(language === "none" ? ["The file has no front matter."] : []), ...notes, ...plain.notes],
      needs,
      ...(draft ? { draft } : {}),
      ...(aliases.length > 0 ? { aliases } : {}),
      ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    },
  ];
}
