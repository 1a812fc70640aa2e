/** What stands below an article as its discussion. */
import { absoluteAddress } from "../article/address.ts";
import { pathOfAddress } from "../article/alias.ts";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Article, ArticleHead } from "../article/article.ts";
import { mailtoOf } from "../article/web-address.ts";
import { countComments, parseDiscussion } from "../archive/discussion.ts";
import type { Edition } from "./edition.ts";
import { findStanding, standingAddress } from "./text-links.ts";
import type { Discussion } from "./views.ts";

/** Comments below an article and the way to take part; undefined where neither is wanted. */
export function selectDiscussion(
  edition: Edition,
  row: number,
  article: Article,
  to: (address: string) => string,
): Discussion | undefined {
  if (article.discussion === "off" || article.retracted !== undefined) return undefined;
  const { site } = edition;
  const comments = edition.archive.column("talkKey")[row] === 0 ? [] : readComments(edition, article);
  const standards = findStanding(edition, "community-standards", article.lang);
  const way = article.discussion === "open" ? selectWay(edition, article) : undefined;
  if (comments.length === 0 && way === undefined && site.discussion === undefined) return undefined;
  return {
    state: article.discussion,
    comments,
    count: countComments(comments),
    ...(way === undefined ? {} : { way }),
    ...(standards === undefined
      ? {}
      : { standards: { title: standards.title, href: to(standingAddress(edition, standards)) } }),
  };
}

function readComments(edition: Edition, article: ArticleHead): Discussion["comments"] {
  // A renamed article keeps its comments though their file has its former name.
  const paths = [article.path, ...(article.aliases ?? []).flatMap((address) => pathOfAddress(address) ?? [])];
  const file = paths.map((path) => `discussion/${path}.yaml`).find((one) => existsSync(join(edition.content, one)));
  if (file === undefined) return [];
  const text = readFileSync(join(edition.content, file), "utf8");
  const parsed = parseDiscussion({ text, file, linesBefore: 0 }, edition.site.timeZone);
  return "comments" in parsed ? parsed.comments : [];
}

function selectWay(edition: Edition, article: ArticleHead): Discussion["way"] {
  const { discussion, url } = edition.site;
  if (discussion === undefined) return undefined;
  if (discussion.channel !== "mail") return { channel: discussion.channel, href: discussion.to };
  const about = url === undefined ? article.address : absoluteAddress(url, article.address);
  const query = `subject=${encodeURIComponent(article.title)}&body=${encodeURIComponent(`\n\n${about}`)}`;
  return { channel: "mail", href: `${mailtoOf(discussion.to)}?${query}` };
}
