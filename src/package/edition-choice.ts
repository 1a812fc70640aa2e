/** Which part of the site is carried away: `all`, a year, a month, a day, a topic, a section, one article. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../article/usage-error.ts";
import { PublishError } from "../output/publish-error.ts";
import { ARTICLE, type BuiltSite, leadsOn, readArticlePage, readSiteFile, resolveLink } from "./built-site.ts";
import { findAll, findFirst, parseMarkup, textOf } from "./markup.ts";

export interface EditionChoice {
  readonly kind: "all" | "date" | "topic" | "section" | "article";
  /** `2021-01`, the slug of a topic or section, `2021/01/15/slug`; empty for all. */
  readonly value: string;
}

const SLUG = /^[a-z0-9-]+$/;

/** Throws UsageError with what to write. */
export function parseChoice(text: string): EditionChoice {
  if (text === "all") return { kind: "all", value: "" };
  if (/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text)) return { kind: "date", value: text };
  const [kind = "", value = ""] = text.split(/:(.*)/s);
  if ((kind === "topic" || kind === "section") && SLUG.test(value)) return { kind, value };
  if (kind === "article" && ARTICLE.test(`${value}.html`)) return { kind, value };
  throw new UsageError(
    `--edition ${text}: write all, 2021, 2021-01, 2021-01-15, topic:<slug>, section:<slug> or article:2021/01/15/<slug>`,
  );
}

/** A choice as it is written: `2021-01`, `topic:ferries`. */
export function printChoice({ kind, value }: EditionChoice): string {
  if (kind === "all") return kind;
  return kind === "date" ? value : `${kind}:${value}`;
}

/** The name of a choice in a file's name: `2021-01`, `topic-ferries`. */
export function nameOfChoice({ kind, value }: EditionChoice): string {
  if (kind === "all") return "all";
  return kind === "date" ? value : `${kind}-${value.replaceAll("/", "-")}`;
}

function articlesOfList(site: BuiltSite, list: string): string[] {
  const main = findFirst(parseMarkup(readSiteFile(site, list).toString("utf8")), ({ name }) => name === "main");
  if (main === undefined) return [];
  return findAll(main, ({ name, attribs }) => name === "a" && attribs.href !== undefined).flatMap(({ attribs }) => {
    const address = resolveLink(attribs.href ?? "", list)?.address;
    return address !== undefined && ARTICLE.test(address) ? [address] : [];
  });
}

/** Articles of a list: those of its head page and of all its older pages. */
function selectListed(site: BuiltSite, folder: string, slug: string): string[] {
  const head = new RegExp(`^(?:[a-z]{2,3}(?:-[a-z0-9]+)*/)?${folder}/${slug}(?:/\\d+)?\\.html$`);
  const pages = site.files.filter((address) => head.test(address));
  if (pages.length === 0) {
    const there = site.files.flatMap(
      (address) => new RegExp(`^${folder}/([a-z0-9-]+)\\.html$`).exec(address)?.[1] ?? [],
    );
    throw new PublishError(
      `there is no ${folder.slice(0, -1)} ${slug}`,
      site.dist,
      `write one of ${there
        .filter((name) => name !== "index")
        .slice(0, 12)
        .join(", ")}`,
    );
  }
  return pages.flatMap((page) => articlesOfList(site, page));
}

/** Addresses of the articles of an edition, oldest first. `lang` leaves out those in other languages. */
export function selectArticles(site: BuiltSite, choice: EditionChoice, lang?: string): string[] {
  const chosen = new Set(selectChosen(site, choice));
  if (chosen.size === 0)
    throw new PublishError(
      `there is no article of ${choice.value || "this site"}`,
      site.dist,
      "look for it in the archive",
    );
  const pages = [...chosen].map((address) => {
    const { published, lang: own } = readArticlePage(site, address);
    return { address, published, own };
  });
  const taken = pages.filter(({ own }) => lang === undefined || own === lang);
  if (taken.length === 0)
    throw new PublishError(
      `there is no article of ${choice.value || "this site"} in ${lang}`,
      site.dist,
      `name another language with --lang: ${[...new Set(pages.map(({ own }) => own))].join(", ")}`,
    );
  const key = ({ published, address }: { published: string; address: string }): string =>
    `${dayOf(address)} ${published} ${address}`;
  return taken.sort((one, other) => (key(one) < key(other) ? -1 : 1)).map(({ address }) => address);
}

/** `2021-01-15`, from the address. */
export function dayOf(address: string): string {
  return ARTICLE.exec(address)?.slice(1, 4).join("-") ?? "";
}

function selectChosen(site: BuiltSite, { kind, value }: EditionChoice): string[] {
  const articles = (): string[] => site.files.filter((address) => ARTICLE.test(address) && !leadsOn(site, address));
  switch (kind) {
    case "all":
      return articles();
    case "date":
      return articles().filter((address) => `${dayOf(address)}-`.startsWith(`${value}-`));
    case "article":
      return existsSync(join(site.dist, `${value}.html`)) ? [`${value}.html`] : [];
    case "topic":
      return selectListed(site, "topics", value);
    case "section":
      return selectListed(site, "sections", value);
  }
}

/** What the edition is called on its cover. */
export function titleOfChoice(site: BuiltSite, { kind, value }: EditionChoice): string {
  if (kind === "all") return site.title;
  if (kind === "date") return `${site.title}, ${value}`;
  if (kind === "article") return readArticlePage(site, `${value}.html`).title;
  const list = `${kind}s/${value}.html`;
  const heading = existsSync(join(site.dist, list))
    ? findFirst(parseMarkup(readSiteFile(site, list).toString("utf8")), ({ name }) => name === "h1")
    : undefined;
  const names = heading === undefined ? value : textOf(heading).trim();
  return `${site.title}: ${names}`;
}
