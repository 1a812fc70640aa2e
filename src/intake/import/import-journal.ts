/**
 * What was imported before, so that the same thing updates its article instead of making a second one, and an import
 * that was cut off goes on where it was. A file of JSON lines below the cache folder, appended to after each article;
 * where it is gone, the articles themselves say where they came from.
 */
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseInstant } from "../../article/instant.ts";
import { idOf } from "./article-file.ts";
import { ownText } from "../text/own-text.ts";
import type { WireItem } from "../wire-item.ts";

/** An article that was written. */
export interface Entry {
  /** Below the content folder: `articles/2021/01/x.md`, `inbox/x.md`. */
  readonly path: string;
  /** Of the file as it was written; empty where that is not known. */
  readonly hash: string;
  readonly id?: string;
  readonly url?: string;
  /** Of headline, day and text. */
  readonly content?: string;
  /** Of the text alone. */
  readonly text?: string;
  /** Instant of the version, epoch milliseconds. */
  readonly versionAt?: number;
}

/** An input that was done, with what it became. */
interface Done {
  readonly input: string;
  readonly paths: readonly string[];
}

/** What an item is known by. */
export type Identity = Pick<Entry, "id" | "url" | "content" | "text" | "versionAt">;

/** SHA-256 in 24 characters. */
export function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("base64url").slice(0, 24);
}

/** An address without what differs between two visits: scheme, www, fragment, tracking, closing slash. */
export function plainAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()])
    if (/^(?:utm_|fbclid$|gclid$|mc_|at_)/i.test(name)) url.searchParams.delete(name);
  return `${url.hostname.replace(/^www\./, "")}${url.pathname.replace(/\/$/, "")}${url.search}`;
}

const plainWords = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** What an item is known by. Agency files count their stories anew each day, so their day is part of their id. */
export function identify(item: WireItem): Identity {
  const day = item.date?.slice(0, 10) ?? "";
  const daily = item.format === "anpa" || item.format === "iptc7901";
  const url = item.source?.url === undefined ? undefined : plainAddress(item.source.url);
  const words = plainWords(item.paragraphs.join(" "));
  const version = parseInstant(item.updated ?? item.date ?? "", "utc");
  return {
    ...(item.id === undefined || item.id.trim() === ""
      ? {}
      : { id: ownText(daily && !item.id.includes(day) ? `${item.id.trim()} ${day}` : item.id.trim()) }),
    ...(url === undefined ? {} : { url }),
    content: hashOf(`${plainWords(item.title ?? "")}\n${day}\n${words}`),
    ...(words.length < 40 ? {} : { text: hashOf(words) }),
    ...("at" in version ? { versionAt: version.at } : {}),
  };
}

export class ImportJournal {
  readonly #file: string;
  readonly #content: string;
  readonly #dry: boolean;
  readonly #byPath = new Map<string, Entry>();
  readonly #byKey = new Map<string, string>();
  readonly #done = new Map<string, Done>();

  /** `content` is the folder that articles go to, `cache` the one for what can be made again. */
  constructor(content: string, cache: string, dry: boolean) {
    this.#content = content;
    this.#dry = dry;
    this.#file = join(cache, "intake", `${hashOf(resolve(content)).replace(/[^a-z0-9]/gi, "")}.jsonl`);
    if (existsSync(this.#file)) this.#load();
    else this.#scan();
  }

  #load(): void {
    for (const line of readFileSync(this.#file, "utf8").split("\n")) {
      let value: Entry | Done;
      try {
        value = JSON.parse(line);
      } catch {
        // The last line of an import that was cut off.
        continue;
      }
      if ("input" in value) this.#done.set(value.input, value);
      else this.#remember(value);
    }
  }

  /** Reads where the articles came from out of their front matter. */
  #scan(): void {
    for (const root of ["articles", "inbox"]) {
      if (!existsSync(join(this.#content, root))) continue;
      for (const name of readdirSync(join(this.#content, root), { recursive: true, encoding: "utf8" })) {
        if (!name.endsWith(".md")) continue;
        const path = `${root}/${name.replaceAll("\\", "/")}`;
        const text = readFileSync(join(this.#content, path), "utf8");
        const head = text.slice(0, Math.max(0, text.indexOf("\n---", 3)));
        const id = idOf(text);
        const address =
          /^source:[\s\S]*?^\s+url: *["']?([^\s"']+)/m.exec(head)?.[1] ??
          /^source: *\{[^}\n]*url: *["']?([^\s"',}]+)/m.exec(head)?.[1];
        const url = address === undefined ? undefined : plainAddress(address);
        if (id !== undefined || url !== undefined)
          this.#remember({
            path,
            hash: "",
            ...(id === undefined ? {} : { id }),
            ...(url === undefined ? {} : { url }),
          });
      }
    }
  }

  #keysOf({ id, url, content, text }: Identity): string[] {
    return [id && `id ${id}`, url && `url ${url}`, content && `content ${content}`, text && `text ${text}`].filter(
      (key) => typeof key === "string" && key !== "",
    ) as string[];
  }

  #remember(entry: Entry): void {
    this.#byPath.set(entry.path, entry);
    for (const key of this.#keysOf(entry)) this.#byKey.set(key, entry.path);
  }

  #at(key: string): Entry | undefined {
    const entry = this.#byPath.get(this.#byKey.get(key) ?? "");
    return entry !== undefined && this.#keysOf(entry).includes(key) ? entry : undefined;
  }

  /** The article that an item was written to before, and by what it is known. */
  find({
    id,
    url,
    content,
  }: Identity): { readonly entry: Entry; readonly by: "id" | "address" | "content" } | undefined {
    const byId = id === undefined ? undefined : this.#at(`id ${id}`);
    if (byId !== undefined) return { entry: byId, by: "id" };
    const byUrl = url === undefined ? undefined : this.#at(`url ${url}`);
    // Two items of one page, as in a live blog, have one address and two ids.
    if (byUrl !== undefined && (id === undefined || byUrl.id === undefined)) return { entry: byUrl, by: "address" };
    const byContent = this.#at(`content ${content}`);
    if (
      byContent === undefined ||
      (id !== undefined && byContent.id !== undefined) ||
      (url !== undefined && byContent.url !== undefined)
    )
      return undefined;
    return { entry: byContent, by: "content" };
  }

  /** What is known of a file that the import wrote. */
  entryAt(path: string): Entry | undefined {
    return this.#byPath.get(path);
  }

  /** What waits in the inbox with the same text. */
  findWaiting({ text }: Identity): Entry | undefined {
    const entry = text === undefined ? undefined : this.#at(`text ${text}`);
    return entry?.path.startsWith("inbox/") === true ? entry : undefined;
  }

  #append(value: Entry | Done): void {
    if (this.#dry) return;
    mkdirSync(dirname(this.#file), { recursive: true });
    appendFileSync(this.#file, `${JSON.stringify(value)}\n`);
  }

  /** Keeps an article that was just written. */
  add(entry: Entry): void {
    this.#remember(entry);
    this.#append(entry);
  }

  /** Paths an input became, where it was done before and all of them are still there and none waits for an editor. */
  doneBefore(input: string): readonly string[] | undefined {
    const paths = this.#done.get(input)?.paths;
    return paths?.every((path) => path.startsWith("articles/") && existsSync(join(this.#content, path)))
      ? paths
      : undefined;
  }

  finish(input: string, paths: readonly string[]): void {
    const done = { input, paths };
    this.#done.set(input, done);
    this.#append(done);
  }
}
