/** What a feed can be of, and where it is. There are none where the site has no address of its own. */
import { codeOf, NAME_LENGTH } from "../article/address.ts";
import type { Edition } from "./edition.ts";
import { LIST_KINDS, type ListName } from "./list-kinds.ts";
import type { Link } from "./views.ts";

/** What a feed is of: everything in one language, a list, what was corrected, or what can be heard. */
export type FeedSubject = { readonly kind: "all" | "corrections" | "podcast"; readonly lang: string } | ListName;

export const FEED_FORMATS = ["rss", "atom", "json"] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];
const MEDIA_TYPES: Readonly<Record<FeedFormat, string>> = {
  rss: "application/rss+xml",
  atom: "application/atom+xml",
  json: "application/feed+json",
};
const TITLES: Readonly<Record<FeedFormat, string>> = { rss: "RSS", atom: "Atom", json: "JSON Feed" };
const ENDINGS: Readonly<Record<FeedFormat, string>> = { rss: "-rss.xml", atom: "-atom.xml", json: ".json" };
const LONGEST_ENDING = "-atom".length;

/** The formats of a subject: a podcast is RSS and nothing else. */
export function formatsOf(subject: FeedSubject): readonly FeedFormat[] {
  return subject.kind === "podcast" ? ["rss"] : FEED_FORMATS;
}

/** `feeds/section-world-rss.xml`, `feeds/ar-all.json`; a name that would be too long is a code. */
export function feedAddress(edition: Edition, subject: FeedSubject, format: FeedFormat): string {
  const lang = edition.folderOf(subject.lang).replace("/", "-");
  const own = "name" in subject ? `${subject.kind}-${subject.name}` : subject.kind;
  const longest = NAME_LENGTH - LONGEST_ENDING - lang.length;
  const name = own.length <= longest ? own : `${subject.kind}-${codeOf(own)}`;
  return `feeds/${lang}${name}${ENDINGS[format]}`;
}

/** Links to the feeds of a subject, site-relative; none where the site has no address of its own. */
export function feedLinks(edition: Edition, subject: FeedSubject): (Link & { readonly type: string })[] {
  if (edition.site.url === undefined) return [];
  return formatsOf(subject).map((format) => ({
    title: TITLES[format],
    type: MEDIA_TYPES[format],
    href: feedAddress(edition, subject, format),
  }));
}

/** The subject of a list's feeds, where lists of its kind have any. */
export function feedSubjectOf({ kind, lang, name }: ListName): FeedSubject | undefined {
  return LIST_KINDS[kind].feeds ? { kind, lang, name } : undefined;
}
