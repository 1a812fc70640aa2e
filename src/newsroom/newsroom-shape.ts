/** Which keys the files of `_data/` may have, what each must be, and what to write where it is not. */
import { z } from "zod";
import { isAddressLike, parseAlias } from "../article/alias.ts";
import type { KeyHints } from "../article/report.ts";
import { ADDRESS_LETTERS, isSlug } from "../article/slug.ts";
import { isMailAddress, isWebAddress, withAsciiHost } from "../article/web-address.ts";
import { TOPIC_KINDS } from "./newsroom.ts";

export const text = () =>
  z
    .string()
    .min(1)
    .transform((value) => value.trim());
const texts = () => z.union([text().transform((value) => [value]), z.array(text())]);
const NO_ADDRESS = "is not an address of the web: https://, a host, and no blank or ; in it";
/** An address of the web. Every address of `_data/` goes through here, so that none can end a policy, a rule or a line. */
const address = () => text().refine(isWebAddress, { error: NO_ADDRESS }).transform(withAsciiHost);
const addresses = () =>
  z
    .union([text(), z.array(text())])
    .superRefine((given, context) => {
      for (const [index, one] of [given].flat().entries())
        if (!isWebAddress(one))
          context.addIssue({
            code: "custom",
            path: typeof given === "string" ? [] : [index],
            input: one,
            message: NO_ADDRESS,
          });
    })
    .transform((given) => [given].flat().map(withAsciiHost));
/** The address of the front page: what pages are called is written behind it. */
const siteAddress = () =>
  address().refine((one) => !/[?#]/.test(one), {
    error: "has a query or a fragment, which no address of a page can stand behind",
  });
const NO_MAIL = "is not one mail address";
const mail = () => text().refine(isMailAddress, { error: NO_MAIL });
/** The name of a standing page, or an address. */
const policy = () => text().refine((value) => !/[:/]/.test(value) || isWebAddress(value), { error: NO_ADDRESS });
/** Where to report a weakness; RFC 9116. */
const isContact = (value: string): boolean =>
  isWebAddress(value) ||
  isMailAddress(value.replace(/^mailto:/i, "")) ||
  /^tel:\+?[\d().-]+$/i.test(value) ||
  (!value.includes(":") && isWebAddress(`https://${value}`));
const contact = () =>
  text().refine(isContact, { error: "is neither a mail address, nor an address of the web, nor tel: and a number" });
const discussion = () =>
  z.strictObject({ channel: z.enum(["mail", "form", "link"]), to: text() }).superRefine(({ channel, to }, context) => {
    const fits = channel === "mail" ? isMailAddress(to) : isWebAddress(to);
    const message = channel === "mail" ? NO_MAIL : NO_ADDRESS;
    if (!fits) context.addIssue({ code: "custom", path: ["to"], input: to, message });
  });
export const names = () => z.record(z.string(), text());
/** A text in the site's own language, or the same in several. */
export const spoken = () => z.union([text(), names()]);

/** Other names of a thing, and former addresses of its page. */
const aliases = () =>
  texts().refine((all) => all.every((alias) => !isAddressLike(alias) || parseAlias(alias) !== undefined), {
    error: "has an address that no page can stand at",
  });

const colour = () =>
  text()
    .refine((value) => /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(value), { error: "is not a colour" })
    .optional();
const colours = { paper: colour(), ink: colour(), soft: colour(), hair: colour(), accent: colour() };
/** A value that ends where it ends: nothing of it can begin another rule. */
const cssValue = () =>
  text()
    .refine((value) => !/[;{}<>\\@]|url\(/i.test(value), { error: "is not a value of CSS" })
    .optional();

export const siteShape = {
  title: text(),
  tagline: spoken().optional(),
  agency: text().optional(),
  url: siteAddress().optional(),
  addresses: z.enum(ADDRESS_LETTERS).optional(),
  language: text().optional(),
  languages: texts().optional(),
  timeZone: text().refine(isZone, { error: "is not a time zone" }).optional(),
  listenLive: z.strictObject({ label: spoken(), url: address(), type: text() }).optional(),
  shortUrl: z
    .strictObject({ host: siteAddress().optional(), as: z.enum(["pages", "redirects", "off"]).optional() })
    .optional(),
  discussion: discussion().optional(),
  hosts: texts().optional(),
  license: address().optional(),
  copyright: text().optional(),
  publisher: z
    .strictObject({
      name: text(),
      legalName: text().optional(),
      url: address().optional(),
      logo: text().optional(),
      foundingDate: text().optional(),
      address: text().optional(),
      email: mail().optional(),
      telephone: text().optional(),
      sameAs: addresses().optional(),
      ethicsPolicy: policy().optional(),
      correctionsPolicy: policy().optional(),
      diversityPolicy: policy().optional(),
      ownershipFundingInfo: policy().optional(),
      actionableFeedbackPolicy: policy().optional(),
      masthead: policy().optional(),
    })
    .optional(),
  navigation: texts().optional(),
  future: z.enum(["hold", "publish"]).optional(),
  tokens: z
    .strictObject({
      ...colours,
      dark: z.strictObject(colours).optional(),
      serif: cssValue(),
      sans: cssValue(),
      measure: cssValue(),
    })
    .optional(),
  hub: address().optional(),
  articleCards: z.enum(["true", "false"]).optional(),
  securityContact: contact().optional(),
  humans: texts().optional(),
};
/** The keys of `site.yaml`. */
export const SITE_KEYS = Object.keys(siteShape);
export const sectionShape = {
  slug: text().refine(isSlug, { error: "cannot stand in an address" }).optional(),
  name: text(),
  names: names().optional(),
  aliases: aliases().optional(),
  description: spoken().optional(),
};
export const topicEntry = z.strictObject({
  slug: text().refine(isSlug, { error: "cannot stand in an address" }).optional(),
  kind: z.enum(TOPIC_KINDS).optional(),
  aliases: aliases().optional(),
  description: text().optional(),
  sameAs: addresses().optional(),
});
export const authorEntry = z.strictObject({
  slug: text().refine(isSlug, { error: "cannot stand in an address" }).optional(),
  aliases: aliases().optional(),
  role: text().optional(),
  biography: text().optional(),
  portrait: text().optional(),
  email: mail().optional(),
  sameAs: addresses().optional(),
});

const POLICIES = [
  "ethicsPolicy",
  "correctionsPolicy",
  "diversityPolicy",
  "ownershipFundingInfo",
  "actionableFeedbackPolicy",
  "masthead",
];

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
    tokens: "paper, ink, soft, hair, accent, dark, serif, sans and measure",
    ...Object.fromEntries(
      Object.keys(colours).flatMap((name) => [
        [`tokens.${name}`, 'a colour between quotation marks, such as "#0b5c4a"'],
        [`tokens.dark.${name}`, 'a colour between quotation marks, such as "#7fd6bd"'],
      ]),
    ),
    "tokens.dark": "the colours on a dark ground: paper, ink, soft, hair and accent",
    "tokens.serif": "families of fonts that readers have, such as Georgia, Cambria",
    "tokens.sans": "families of fonts that readers have, such as Helvetica, Arial, sans-serif",
    "tokens.measure": "a length, such as 36rem",
    license: "the address of the licence, such as https://creativecommons.org/licenses/by/4.0/",
    hub: "the address of a WebSub hub, such as https://hub.example/",
    securityContact: "an address, such as security@news.example.org or https://news.example.org/security",
    "publisher.url": "an address, such as https://news.example.org/",
    ...Object.fromEntries(
      POLICIES.map((key) => [
        `publisher.${key}`,
        "the name of a standing page, or an address, such as https://news.example.org/ethics",
      ]),
    ),
    "*.email": "one mail address, such as desk@news.example.org",
    "*.sameAs": "an address, or a list of addresses, such as https://social.example/@news",
    "*.sameAs[]": "an address, such as https://social.example/@news",
    future: "hold, or publish to show articles ahead of their dates",
    "[].name": "a name",
    "[].slug": "lowercase letters, digits and hyphens, at most 60",
    "[].aliases": "former names, and former addresses such as /sections/old-name.html",
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
