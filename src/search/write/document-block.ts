/** What a hit shows of its article, sixteen articles a file. */
import { renderDay } from "../../article/instant.ts";
import { BLOCK, blockKey } from "../text/format.ts";
import { scriptFile } from "./script-file.ts";
import type { SearchDocument, SearchFile } from "./search-document.ts";

/** Characters of standfirst and body kept for excerpts: the lead of a news story. */
const EXCERPT = 280;
/** Whatever is not one space already. */
const UNEVEN_SPACE = /\s{2,}|[^\S ]/g;

function excerptOf(document: SearchDocument): string {
  const start = `${document.standfirst ?? ""} ${document.body.slice(0, EXCERPT * 2)}`.replace(UNEVEN_SPACE, " ").trim();
  if (start.length <= EXCERPT) return start;
  const cut = start.lastIndexOf(" ", EXCERPT);
  const end = cut > EXCERPT / 2 ? cut : EXCERPT;
  return `${start
    .slice(0, end)
    .replace(/[\ud800-\udbff]$/, "")
    .replace(/[\s,;:.–—-]+$/, "")} …`;
}

/** Gathers articles and gives a file for every full block. */
export class DocumentBlocks {
  readonly #segment: string;
  readonly #timeZone: string;
  #documents: SearchDocument[] = [];
  #written = 0;

  constructor(segment: string, timeZone: string) {
    this.#segment = segment;
    this.#timeZone = timeZone;
  }

  /** The file that this article fills, if it fills one. */
  add(document: SearchDocument): SearchFile | undefined {
    this.#documents.push(document);
    return this.#documents.length === BLOCK ? this.end() : undefined;
  }

  /** The file of the articles left, if any are. */
  end(): SearchFile | undefined {
    if (this.#documents.length === 0) return undefined;
    const documents = this.#documents;
    this.#documents = [];
    return scriptFile(`${this.#segment}/${blockKey(this.#written++)}`, [
      documents.map((document) => document.title),
      documents.map((document) => document.address),
      documents.map((document) => document.publishedAt),
      documents.map((document) => document.section ?? ""),
      documents.map(excerptOf),
      documents.map(({ publishedAt, lang }) => renderDay(publishedAt, this.#timeZone, lang)),
    ]);
  }
}
