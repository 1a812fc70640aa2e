/** What a ninjs item goes with: its picture and sound, the articles it names, and the original of which it is a translation. */
import type { Article, Audio, Picture, RelatedEntry } from "../article/article.ts";
import { type ExportContext, isUri, itemUri, renderUrn } from "./export-context.ts";

/** A ninjs object; its shape is the standard's. */
export type NinjsItem = Readonly<Record<string, unknown>>;

/** Without the properties that have no value or an empty list. */
export function compact(object: Record<string, unknown>): NinjsItem {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );
}

function renderPicture(picture: Picture, context: ExportContext): NinjsItem {
  const href = context.mediaUrl(picture.src);
  const descriptions = [
    { role: "caption", value: picture.caption },
    { role: "alt", value: picture.alt },
  ].filter(({ value }) => value !== undefined && value !== "");
  return compact({
    name: "image",
    rel: "illustrates",
    uri: href ?? renderUrn(picture.src),
    type: "picture",
    by: picture.credit,
    slugline: picture.src,
    descriptions,
    renditions: href === undefined ? [] : [{ name: "main", href }],
  });
}

function renderSound(audio: Audio, context: ExportContext): NinjsItem {
  const href = isUri(audio.src) ? audio.src : context.mediaUrl(audio.src);
  return compact({
    name: "audio",
    rel: "spoken version",
    uri: href ?? renderUrn(audio.src),
    type: "audio",
    slugline: audio.src,
    renditions: href === undefined ? [] : [compact({ name: "main", href, duration: audio.duration })],
  });
}

function renderRelated(entry: RelatedEntry, index: number, context: ExportContext): NinjsItem {
  const common = { name: `related-${index + 1}`, rel: "related", type: "text" };
  if (entry.kind === "headline") {
    return { ...common, uri: renderUrn(entry.title), headlines: [{ role: "main", value: entry.title }] };
  }
  if (entry.kind === "path") {
    const found = context.find(entry.path);
    const uri = itemUri({ ...(found ?? { address: `${entry.path}.html` }), path: entry.path }, context);
    return {
      ...common,
      uri: found === undefined ? renderUrn(entry.path) : uri,
      slugline: entry.path,
      headlines: [{ role: "main", value: found?.title ?? entry.path }],
    };
  }
  return compact({
    ...common,
    uri: isUri(entry.url) ? entry.url : renderUrn(entry.url),
    headlines: [{ role: "main", value: entry.title ?? entry.url }],
    infoSources: entry.source === undefined ? [] : [{ name: entry.source }],
  });
}

/** Pictures and sound first, then related articles in their order. */
export function renderAssociations(article: Article, context: ExportContext): NinjsItem[] {
  const found: NinjsItem[] = [];
  if (article.retracted === undefined) {
    if (article.image !== undefined) found.push(renderPicture(article.image, context));
    if (article.audio !== undefined) found.push(renderSound(article.audio, context));
  }
  found.push(...article.related.map((entry, index) => renderRelated(entry, index, context)));
  if (article.translates !== undefined) {
    const original = context.find(article.translates);
    found.push(
      compact({
        name: "original",
        rel: "translationOf",
        type: "text",
        uri:
          original === undefined
            ? renderUrn(article.translates)
            : itemUri({ ...original, path: article.translates }, context),
        slugline: article.translates,
        title: original?.title,
      }),
    );
  }
  return found;
}
