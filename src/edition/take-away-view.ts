/** *Take this paper with you*: a page a language, where there are packaged editions. */
import { dayStartsAt, renderDay, renderMonth } from "../article/instant.ts";
import type { Edition } from "./edition.ts";
import { makeFrame, nameOfLanguage } from "./frame.ts";
import { foldKeys, keyOf } from "../archive/key.ts";
import type { PageRef } from "./page-ref.ts";
import { PACKAGE_FORMS, type PackagedEdition } from "../archive/packaged.ts";
import type { TakeAwayView } from "./views.ts";

/** Folder of the packaged editions in the site. */
export const EDITIONS = "editions";

/** Refs of the pages; none where nothing is packaged. */
export function* selectTakeAwayPages(edition: Edition): Generator<PageRef> {
  if (edition.packages.length === 0) return;
  const packages = keyOf(JSON.stringify(edition.packages));
  for (const lang of edition.languages) {
    const address = `${edition.folderOf(lang)}take-away.html`;
    yield { address, lang, print: foldKeys([edition.keys.ofFrame(lang), packages]) };
  }
}

/** What an edition is called in a language. */
function nameOf(edition: Edition, one: PackagedEdition, lang: string): string {
  const [kind = "", value = ""] = one.edition.split(":");
  const words = one.title.startsWith(`${one.site}: `) ? one.title.slice(one.site.length + 2) : one.title;
  if (kind === "all") return edition.newsroom.strings[lang]?.["take-away.all"] ?? one.title;
  if (kind === "topic") return edition.topic(value, words).name;
  if (kind === "section") return edition.section(value).names[lang] ?? edition.section(value).name;
  if (kind === "article") return words;
  const [year = 0, month, day] = kind.split("-").map(Number);
  if (month === undefined) return String(year).padStart(4, "0");
  const at = dayStartsAt({ year, month, day: day ?? 1 }, edition.site.timeZone);
  return day === undefined ? renderMonth(at, edition.site.timeZone, lang) : renderDay(at, edition.site.timeZone, lang);
}

const KINDS = [/^all$/, /^\d/, /^section:/, /^topic:/, /^article:/] as const;

/** The whole site first, then days, months and years, the newest first, then the rest by name. */
function compare(one: PackagedEdition, other: PackagedEdition): number {
  const kindOf = ({ edition }: PackagedEdition): number => KINDS.findIndex((kind) => kind.test(edition));
  if (kindOf(one) !== kindOf(other)) return kindOf(one) - kindOf(other);
  const order = one.edition < other.edition ? -1 : one.edition > other.edition ? 1 : 0;
  const forms = PACKAGE_FORMS.indexOf(one.form) - PACKAGE_FORMS.indexOf(other.form);
  return (/^\d/.test(one.edition) ? -order : order) || forms || (one.name < other.name ? -1 : 1);
}

/** What the page of a language is given. Files in that language, or in all, stand before others of the same edition. */
export function makeTakeAwayView(edition: Edition, ref: PageRef, styles: string): TakeAwayView {
  const frame = makeFrame(edition, { address: ref.address, lang: ref.lang, styles });
  const editions = new Map<string, TakeAwayView["editions"][number]["files"][number][]>();
  const names = new Map<string, string>();
  const foreign = ({ lang }: PackagedEdition): number => (lang === undefined || lang === ref.lang ? 0 : 1);
  const sorted = [...edition.packages].sort(
    (one, other) => (one.edition === other.edition ? foreign(one) - foreign(other) : 0) || compare(one, other),
  );
  for (const one of sorted) {
    const { form, bytes, editionAt, lang, name } = one;
    const files = editions.get(one.edition) ?? [];
    const language = lang === undefined ? {} : { language: { lang, name: nameOfLanguage(lang) } };
    files.push({ form, bytes, editionAt, href: frame.to(`${EDITIONS}/${name}`), ...language });
    editions.set(one.edition, files);
    names.set(one.edition, names.get(one.edition) ?? nameOf(edition, one, ref.lang));
  }
  return {
    kind: "take-away",
    frame,
    editions: [...editions].map(([name, files]) => ({ title: names.get(name) ?? name, files })),
  };
}
