/** An edition as a ZIM file for Kiwix, written by zimwriterfs (Debian's zim-tools) where that is installed. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { withoutUnprintable } from "../article/unprintable.ts";
import { PublishError } from "../output/publish-error.ts";
import { type BuiltSite, readSiteFile } from "./built-site.ts";
import { type EditionChoice, nameOfChoice, titleOfChoice } from "./edition-choice.ts";
import { findAll, parseMarkup, renderMarkup, replaceNode } from "./markup.ts";
import { makeTree } from "./site-tree.ts";
import { START } from "./start-page.ts";
import { writeStillClock } from "./still-clock.ts";
import { settleIds } from "./zim-ids.ts";

/** ISO 639-3 codes, which ZIM asks for, of the languages that pages name by ISO 639-1. */
const THREE: Readonly<Record<string, string>> = {
  ar: "ara",
  de: "deu",
  en: "eng",
  es: "spa",
  fa: "fas",
  fr: "fra",
  he: "heb",
  it: "ita",
  ja: "jpn",
  nl: "nld",
  pl: "pol",
  pt: "por",
  ru: "rus",
  tr: "tur",
  uk: "ukr",
  zh: "zho",
};
const ILLUSTRATION = "illustration-48.png";

export function zimwriterIsThere(): boolean {
  try {
    execFileSync("zimwriterfs", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Throws PublishError where zimwriterfs is not installed. */
export function needZimwriter(path: string): void {
  if (zimwriterIsThere()) return;
  throw new PublishError(
    "a ZIM file needs zimwriterfs",
    path,
    "install it (Debian: apt install zim-tools), or leave zim out of --as",
  );
}

/** Writes the file; gives its size in bytes. Throws PublishError where zimwriterfs fails. */
export async function writeZim(
  path: string,
  site: BuiltSite,
  choice: EditionChoice,
  options: { readonly lang?: string | undefined; readonly onStep?: (done: number) => void } = {},
): Promise<number> {
  const { lang } = options;
  let done = 0;
  const folder = mkdtempSync(`${path}.part-`);
  const clock = `${folder}.clock`;
  try {
    for (const { address, content } of makeTree(site, choice, lang)) {
      if (address === START && choice.kind === "all") continue;
      mkdirSync(dirname(join(folder, address)), { recursive: true });
      writeFileSync(join(folder, address), forKiwix(address, content));
      options.onStep?.(++done);
    }
    const icon = await sharp(readSiteFile(site, "icons/icon-192.png")).resize(48, 48).png().toBuffer();
    writeFileSync(join(folder, ILLUSTRATION), icon);
    rmSync(path, { force: true });
    const title = titleOfChoice(site, choice);
    const spoken = lang ?? site.lang;
    const facts = {
      welcome: choice.kind === "all" ? "index.html" : START,
      illustration: ILLUSTRATION,
      language: THREE[spoken.split("-")[0] ?? ""] ?? "eng",
      title: [...title].slice(0, 30).join(""),
      description: [...title].slice(0, 80).join(""),
      creator: site.title,
      publisher: site.title,
      name: `${slugOf(site.title)}_${spoken}_${nameOfChoice(choice)}`,
      source: site.url ?? "",
    };
    const args = Object.entries(facts).flatMap(([name, value]) =>
      value === "" ? [] : [`--${name}=${withoutUnprintable(value)}`],
    );
    // One thread, since more of them number the articles of the search index in the order in which they happen to finish.
    execFileSync("zimwriterfs", ["--threads=1", ...args, folder, path], {
      env: { ...process.env, TZ: writeStillClock(clock, site.editionAt, Date.now()) },
      stdio: ["ignore", "ignore", "pipe"],
    });
    settleIds(path);
    return statSync(path).size;
  } catch (error) {
    if (error instanceof Error && "stderr" in error)
      throw new PublishError("zimwriterfs failed", path, String(error.stderr).trim().slice(-500), { cause: error });
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(clock, { force: true });
  }
}

/**
 * A page for Kiwix, which puts its own bar with its own styles into each page: without the policy that forbids them. A ZIM
 * file may ask nothing of the network by itself, so a live stream stays as the link beside it.
 */
export function forKiwix(address: string, content: Uint8Array): Uint8Array {
  if (!address.endsWith(".html")) return content;
  const document = parseMarkup(Buffer.from(content).toString("utf8"));
  for (const element of findAll(document, ({ name }) => name === "meta" || name === "audio" || name === "source")) {
    const { name, attribs } = element;
    const gone =
      name === "meta" ? attribs["http-equiv"] === "Content-Security-Policy" : /^https?:/.test(attribs.src ?? "");
    if (gone) replaceNode(element, []);
  }
  return Buffer.from(withoutUnprintable(renderMarkup(document.children)));
}

/** A title as part of a file's name. */
export function slugOf(title: string): string {
  const slug = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return slug === "" ? "site" : slug.slice(0, 40);
}
