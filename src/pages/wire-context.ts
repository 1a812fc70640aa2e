/** What feeds and collections need of the edition: names, kinds, and the addresses of open articles and of media. */

import type { Edition } from "../edition/edition.ts";
import { keyOf } from "../archive/key.ts";
import { linkedPath } from "../archive/read-article.ts";
import type { ExportContext } from "../feeds/export-context.ts";
import { audioAddress } from "../media/audio.ts";
import { attachmentAddress } from "../media/media-file.ts";
import { pictureFiles } from "../media/pictures.ts";

/** Pixels: wide enough for a column of any feed reader. */
const PICTURE_WIDTH = 1200;

/** Site-relative address of the file that stands for a picture or sound; undefined where it is not known. */
export function mediaAddressOf(edition: Edition, src: string): string | undefined {
  const { pictures, sounds, attachments } = edition.media;
  const picture = pictures.get(src);
  if (picture !== undefined) {
    const files = pictureFiles(picture, src);
    const plain = files.filter(({ type }) => type === files.at(-1)?.type);
    return (plain.filter(({ width }) => width <= PICTURE_WIDTH).at(-1) ?? plain[0])?.address;
  }
  const sound = sounds.get(src);
  if (sound !== undefined) return audioAddress(sound, src);
  const attachment = attachments.get(src);
  return attachment === undefined ? undefined : attachmentAddress(src, attachment.hash);
}

const contexts = new WeakMap<Edition, Map<string, ExportContext>>();

/** The context of articles in a language. Articles that are not open are not found. */
export function makeWireContext(edition: Edition, lang: string): ExportContext {
  let byLang = contexts.get(edition);
  if (byLang === undefined) {
    byLang = new Map();
    contexts.set(edition, byLang);
  }
  let context = byLang.get(lang);
  if (context === undefined) {
    const { site } = edition;
    context = {
      site,
      kindOf: (tag) => edition.topicOfTag(tag, lang).kind,
      sectionName: (slug) => {
        const section = edition.section(slug);
        return section.names[lang] ?? section.name;
      },
      find: (href) => {
        const path = linkedPath(href);
        if (path !== undefined) {
          const row = edition.graph.resolve(keyOf(path));
          return row < 0 ? undefined : edition.head(row);
        }
        const name = href.replace(/\.(md|html)$/, "");
        const pages = edition.standing.filter((page) => page.name === name);
        const page = pages.find((one) => one.lang === lang) ?? pages.find((one) => one.lang === site.language);
        return page === undefined
          ? undefined
          : { title: page.title, address: `${edition.folderOf(page.lang)}${page.name}.html` };
      },
      mediaUrl: (src) => {
        const address = site.url === undefined ? undefined : mediaAddressOf(edition, src);
        return address === undefined ? undefined : `${site.url}${address}`;
      },
    };
    byLang.set(lang, context);
  }
  return context;
}
