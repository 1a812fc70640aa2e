/** A feed as the edition has it: its articles with their texts, all addresses absolute. */
import { absoluteAddress } from "../article/address.ts";
import type { Edition } from "../edition/edition.ts";
import type { FeedSubject } from "../edition/feed-address.ts";
import { LIST_KINDS } from "../edition/list-kinds.ts";
import { FEED_LENGTH, selectFeedRows } from "../edition/feed-view.ts";
import { selectLedger } from "../edition/ledger-view.ts";
import type { Feed } from "../feeds/feed.ts";
import { itemOf, makeLedgerItem, stringsOf } from "./feed-item.ts";
import { mediaAddressOf } from "../edition/media-address.ts";

interface Titled {
  readonly title: string;
  readonly description?: string | undefined;
  /** Site-relative. */
  readonly home: string;
}

function describe(edition: Edition, subject: FeedSubject): Titled {
  const { site } = edition;
  const { lang } = subject;
  const folder = edition.folderOf(lang);
  const strings = stringsOf(edition, lang);
  const own = (name: string | undefined) => (name === undefined ? site.title : `${site.title}: ${name}`);
  switch (subject.kind) {
    case "all":
      return {
        title: site.title,
        description: site.tagline?.[lang] ?? site.tagline?.[site.language],
        home: `${folder}index.html`,
      };
    case "corrections":
      return {
        title: own(strings["nav.corrections"]),
        description: strings["ledger.about"],
        home: `${folder}corrections.html`,
      };
    case "podcast":
      return {
        title: own(strings.audio),
        description: site.tagline?.[lang] ?? site.tagline?.[site.language],
        home: `${folder}index.html`,
      };
    default: {
      const list = edition.list(subject.kind, lang, subject.name);
      if (list === undefined) throw new RangeError(`there is no list ${subject.kind} ${subject.name}`);
      const { titleOf, descriptionOf } = LIST_KINDS[subject.kind];
      return {
        title: own(titleOf(list, edition)),
        description: descriptionOf?.(list, edition),
        home: edition.listHref(subject),
      };
    }
  }
}

/** The feed of a subject, whose address in this format is `self`. Throws where the site has no address of its own. */
export function makeFeed(edition: Edition, subject: FeedSubject, self: string): Feed {
  const { site } = edition;
  const { url, publisher, hub, copyright, license } = site;
  if (url === undefined) throw new TypeError("a site without an address has no feeds");
  const { title, description, home } = describe(edition, subject);
  const logo = publisher?.logo === undefined ? undefined : mediaAddressOf(edition, publisher.logo);
  const list =
    subject.kind === "corrections"
      ? selectLedger(edition, subject.lang)
          .slice(-FEED_LENGTH)
          .reverse()
          .map((entry, index, all) => {
            const item = makeLedgerItem(edition, entry, url);
            // Two notes of one kind and moment are told apart by their order.
            const before = all
              .slice(index + 1)
              .filter(({ row, kind, at }) => row === entry.row && kind === entry.kind && at === entry.at);
            return before.length === 0 ? item : { ...item, id: `${item.id}-${before.length + 1}` };
          })
      : selectFeedRows(edition, subject).map((row) => itemOf(edition, row, url));
  return {
    self: absoluteAddress(url, self),
    home: url + home,
    title,
    description: description ?? title,
    lang: subject.lang,
    ...(list.length === 0 ? {} : { changedAt: Math.max(...list.map(({ changedAt }) => changedAt)) }),
    publisher: publisher?.name ?? site.agency ?? site.title,
    ...(publisher?.email === undefined ? {} : { email: publisher.email }),
    ...(copyright === undefined ? {} : { copyright }),
    ...(license === undefined || !/^https?:/i.test(license) ? {} : { license }),
    ...(logo === undefined || !/\.(png|jpg)$/.test(logo) ? {} : { logo: url + logo }),
    ...(hub === undefined ? {} : { hub }),
    items: list,
  };
}
