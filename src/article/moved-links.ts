/** Links to an article that is to be called otherwise, in the text of another file. */
import { posix } from "node:path";

export interface ArticleMove {
  /** Paths without ending: `2031/05/harbour-closes`. */
  readonly from: string;
  readonly to: string;
  /** Site-relative addresses. */
  readonly fromAddress: string;
  readonly toAddress: string;
}

/** What may be a path or an address: no blank, no sign that ends a link in Markdown or YAML. */
const TOKEN = /[^\s()[\]{}"'<>,|]+/g;
const ARTICLES = "articles/";

/** The text with all of them changed. `file` is that of the text, below the content folder; `url` is the site's own address. */
export function withMovedLinks(text: string, file: string, move: ArticleMove, url: string | undefined): string {
  const last = (path: string): string => path.slice(path.lastIndexOf("/") + 1).replace(/\.html$/, "");
  const names = [last(move.from), last(move.fromAddress)].flatMap((name) => [name, encodeURI(name)]);
  if (!names.some((name) => text.includes(name))) return text;
  return text.replace(TOKEN, (token) => movedToken(token, file, move, url) ?? token);
}

function movedToken(token: string, file: string, move: ArticleMove, url: string | undefined): string | undefined {
  const [, link = "", tail = ""] = /^([^#?]*)(.*)$/s.exec(token) ?? [];
  const encoded = link.includes("%");
  const plain = encoded ? decode(link) : link;
  const write = (text: string): string => (encoded ? encodeURI(text) : text) + tail;
  const base = [url, "/", ""].find((start) => start !== undefined && plain.startsWith(start)) ?? "";
  const address = plain.slice(base.length);
  if (address === move.fromAddress) return write(base + move.toAddress);
  if (base !== "" && address === move.fromAddress.replace(/\.html$/, ""))
    return write(base + move.toAddress.replace(/\.html$/, ""));
  const ending = plain.endsWith(".md") ? ".md" : "";
  const path = plain.slice(0, plain.length - ending.length);
  for (const folder of ["", ARTICLES]) if (path === folder + move.from) return write(folder + move.to + ending);
  if (!/^\.{1,2}\//.test(path)) return undefined;
  const here = posix.dirname(file);
  if (posix.join(here, path) !== ARTICLES + move.from) return undefined;
  const relative = posix.relative(here, ARTICLES + move.to);
  return write((relative.startsWith(".") ? relative : `./${relative}`) + ending);
}

function decode(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
