/** Which keys the files of `_data/` may have, what each must be, and what to write where it is not. */
import { z } from "zod";
import type { KeyHints } from "../article/report.ts";
import { ADDRESS_LETTERS, isSlug } from "../article/slug.ts";
import { TOPIC_KINDS } from "./newsroom.ts";

export const text = () =>
  z
    .string()
    .min(1)
    .transform((value) => value.trim());
const texts = () => z.union([text().transform((value) => [value]), z.array(text())]);
export const names = () => z.record(z.string(), text());
/** A text in the site's own language, or the same in several. */
export const spoken = () => z.union([text(), names()]);

export const siteShape = {
  title: text(),
  tagline: spoken().optional(),
  agency: text().optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  addresses: z.enum(ADDRESS_LETTERS).optional(),
  language: text().optional(),
  languages: texts().optional(),
  timeZone: text().refine(isZone, { error: "is not a time zone" }).optional(),
  listenLive: z.strictObject({ label: spoken(), url: z.url({ protocol: /^https?$/ }), type: text() }).optional(),
  shortUrl: z
    .strictObject({ host: text().optional(), as: z.enum(["pages", "redirects", "off"]).optional() })
    .optional(),
  discussion: z.strictObject({ channel: z.enum(["mail", "form", "link"]), to: text() }).optional(),
  hosts: texts().optional(),
  license: text().optional(),
  copyright: text().optional(),
  publisher: z
    .strictObject({
      name: text(),
      legalName: text().optional(),
      url: text().optional(),
      logo: text().optional(),
      foundingDate: text().optional(),
      address: text().optional(),
      email: text().optional(),
      telephone: text().optional(),
      sameAs: texts().optional(),
      ethicsPolicy: text().optional(),
      correctionsPolicy: text().optional(),
      diversityPolicy: text().optional(),
      ownershipFundingInfo: text().optional(),
      actionableFeedbackPolicy: text().optional(),
      masthead: text().optional(),
    })
    .optional(),
  navigation: texts().optional(),
  hub: z.url().optional(),
  articleCards: z.enum(["true", "false"]).optional(),
  securityContact: text().optional(),
  humans: texts().optional(),
};
/** The keys of `site.yaml`. */
export const SITE_KEYS = Object.keys(siteShape);
export const sectionShape = {
  slug: text().refine(isSlug, { error: "cannot stand in an address" }).optional(),
  name: text(),
  names: names().optional(),
  description: spoken().optional(),
};
export const topicEntry = z.strictObject({
  slug: text().refine(isSlug, { error: "cannot stand in an address" }).optional(),
  kind: z.enum(TOPIC_KINDS).optional(),
  aliases: texts().optional(),
  description: text().optional(),
  sameAs: texts().optional(),
});
export const authorEntry = z.strictObject({
  slug: text().refine(isSlug, { error: "cannot stand in an address" }).optional(),
  role: text().optional(),
  biography: text().optional(),
  portrait: text().optional(),
  email: text().optional(),
  sameAs: texts().optional(),
});

export const HINTS: KeyHints = new Map(
  Object.entries({
    title: "the name of the site",
    tagline: "a text, or one for each language, such as {en: News of the coast, es: Noticias de la costa}",
    "[].description": "a text, or one for each language",
    url: "the address of the front page, such as https://news.example.org/",
    timeZone: "an IANA zone, such as Europe/Lisbon",
    addresses: "latin, or unicode where names of other scripts keep their own letters in addresses",
    language: "a BCP 47 tag, such as en",
    languages: "a list of BCP 47 tags, such as [en, ar]",
    listenLive: "label, url and type of the stream",
    "listenLive.label": "the words of the link, or one for each language, such as {en: Listen Live, es: En directo}",
    "listenLive.url": "the address of the stream",
    "listenLive.type": "its media type, such as audio/mpeg",
    shortUrl: "host and as",
    "shortUrl.as": "pages, redirects or off",
    "shortUrl.host": "the short host, such as https://nl.example",
    discussion: "channel and to",
    "discussion.channel": "mail, form or link",
    "discussion.to": "a mail address, or the address of a form or page",
    articleCards: "true or false",
    "[].name": "a name",
    "[].slug": "lowercase letters, digits and hyphens, at most 60",
    "[].kind": TOPIC_KINDS.join(", "),
  }).map(([key, instead]) => [key, { instead }]),
);

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
