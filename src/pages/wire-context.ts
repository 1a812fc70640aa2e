/** What feeds and collections need of the edition: names, kinds, and the addresses of open articles and of media. */

import type { Edition } from "../edition/edition.ts";
import { encodeAddress } from "../article/address.ts";
import { mediaAddressOf } from "../edition/media-address.ts";
import { findStanding, resolveLink, standingAddress } from "../edition/text-links.ts";
import { pictureFiles } from "../media/pictures.ts";
import { keyOf } from "../archive/key.ts";
import type { ExportContext } from "../feeds/export-context.ts";
import { keepByName } from "../memo.ts";

const contextsOf = keepByName<Edition, string, ExportContext>();

/** The context of articles in a language. Articles that are not open are not found. */
export function makeWireContext(edition: Edition, lang: string): ExportContext {
  return contextsOf(edition, lang, () => {
    const { site } = edition;
    return {
      site,
      kindOf: (tag) => edition.topicOfTag(tag, lang).kind,
      sectionName: (slug) => {
        const section = edition.section(slug);
        return section.names[lang] ?? section.name;
      },
      find: (named) => {
        const name = named.replace(/\.(?:md|html)$/, "");
        const row = edition.graph.resolve(keyOf(name));
        if (row >= 0) return edition.head(row);
        const page = findStanding(edition, name, lang);
        return page === undefined ? undefined : { title: page.title, address: standingAddress(edition, page) };
      },
      link: (href, article) => {
        const file = `articles/${article.path}.md`;
        const found = resolveLink(edition, href, { file, address: article.address, lang: article.lang });
        if (found === undefined || site.url === undefined) return undefined;
        const { address, part, document } = found;
        return {
          href: `${site.url}${encodeAddress(address)}${part === "" ? "" : `#${part}`}`,
          ...(document && { document }),
        };
      },
      mediaUrl: (src) => {
        const address = site.url === undefined ? undefined : mediaAddressOf(edition, src);
        return address === undefined ? undefined : `${site.url}${address}`;
      },
      mediaSize: (src) => {
        const facts = edition.media.pictures.get(src);
        const address = facts === undefined ? undefined : mediaAddressOf(edition, src);
        return facts === undefined ? undefined : pictureFiles(facts, src).find((file) => file.address === address);
      },
    };
  });
}
