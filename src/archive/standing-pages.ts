/** Standing pages: `content/pages/<name>.md`, and `content/pages/<lang>/<name>.md` in other languages than the site's. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { selectReferences } from "../article/body.ts";
import { endlessNote, withoutNotes } from "../article/editor-notes.ts";
import { lineAt, splitFrontMatter } from "../article/front-matter.ts";
import type { Problem } from "../article/problem.ts";
import { type KeyHints, Report } from "../article/report.ts";
import { ALIAS_INSTEAD, parseAlias } from "../article/alias.ts";
import { isSlug, slugOf } from "../article/slug.ts";
import type { ContentFile } from "./file-list.ts";
import { keyOfBytes } from "./key.ts";
import { faultOfMedia, selectShownFiles } from "./named-media.ts";
import { findLinkedFile, readLink } from "./link-target.ts";
import type { Site } from "../newsroom/newsroom.ts";

export interface StandingPage {
  /** `about`; its page is `about.html` in its language's folder. */
  readonly name: string;
  readonly lang: string;
  readonly title: string;
  readonly updatedAt?: number;
  /** Below the content folder. */
  readonly file: string;
  /** Markdown. */
  readonly body: string;
  /** Line of the file, from 1, on which it begins. */
  readonly line: number;
  /** Paths below `media/` of the pictures it shows and the documents it links. */
  readonly files: readonly string[];
  /** Addresses that lead on to it. */
  readonly aliases?: readonly string[];
  readonly key: number;
}

/** Names at the root of the site that are not an editor's to give, beside the folders of lists. */
const TAKEN = new Set([
  "index",
  "search",
  "listen",
  "library",
  "offline",
  "take-away",
  "editions",
  "404",
  "corrections",
  "assets",
  "media",
  "feeds",
  "s",
]);
const schema = z.strictObject({
  title: z.string().min(1),
  lang: z.string().optional(),
  updated: z.string().optional(),
  aliases: z.union([z.string().transform((one) => [one]), z.array(z.string())]).optional(),
  draft: z.enum(["true", "false"]).optional(),
});
const HINTS: KeyHints = new Map([
  ["title", { instead: "the title of the page" }],
  ["updated", { instead: "2021-01-15" }],
  ["aliases", { instead: ALIAS_INSTEAD }],
  ["aliases[]", { instead: ALIAS_INSTEAD }],
  ["draft", { instead: "true or false" }],
]);

/** Reads all standing pages, drafts only where they are to be shown; there are few, so they are read on every build. `folders` are those that the site's lists lie in. */
export function readStandingPages(
  files: Iterable<ContentFile>,
  content: string,
  site: Site,
  media: ReadonlySet<string>,
  folders: readonly string[],
  showDrafts = false,
): { readonly pages: readonly StandingPage[]; readonly problems: readonly Problem[] } {
  const pages: StandingPage[] = [];
  const problems: Problem[] = [];
  for (const { path } of files) {
    const bytes = readFileSync(join(content, path));
    const split = splitFrontMatter(bytes, path);
    if ("problem" in split) {
      problems.push(split.problem);
      continue;
    }
    const checked = schema.safeParse(split.data);
    const report = new Report(split.source, HINTS, ["title", "lang", "updated", "aliases", "draft"]);
    if (!checked.success) {
      report.addIssues(checked.error.issues, split.data);
      problems.push(...report.problems);
      continue;
    }
    const [, ...parts] = path.slice(0, -3).split("/");
    const lang = checked.data.lang ?? (parts.length > 1 ? (parts[0] ?? site.language) : site.language);
    const written = parts.at(-1) ?? "";
    const name = slugOf(written, { lang, letters: site.addresses });
    if (!isSlug(written) || TAKEN.has(name) || folders.includes(name))
      problems.push({
        file: path,
        found: written,
        fault: "cannot be the name of a standing page",
        instead: "Name the file with lowercase letters, digits and hyphens, and not like a part of the site.",
      });
    if (!site.languages.includes(lang))
      problems.push({
        file: path,
        key: "lang",
        found: lang,
        fault: "is not a language of this site",
        instead: `Write one of ${site.languages.join(", ")}.`,
      });
    const updatedAt =
      checked.data.updated === undefined
        ? undefined
        : report.instant(["updated"], checked.data.updated, site.timeZone).at;
    const body = withoutNotes(split.body);
    if (body.endless !== undefined) problems.push(endlessNote(path, split.bodyLine + body.endless));
    const aliases = checked.data.aliases?.map((text, index) => {
      const address = parseAlias(text);
      if (address === undefined) report.add(["aliases", index], text, "is no address that a page can stand at");
      return address ?? "";
    });
    const { images, links } = selectReferences(body.text, lang);
    const files = links
      .flatMap((href) => readLink(href, { file: path, address: `${name}.html` }) ?? [])
      .flatMap((target) => findLinkedFile(target, media))
      .flatMap(({ src }) => src ?? []);
    for (const { src, line } of images) {
      const fault = faultOfMedia({ content, media }, src, "shown");
      if (fault !== undefined)
        problems.push({ file: path, line: split.bodyLine + line, key: "body", found: src, ...fault });
    }
    problems.push(...report.problems);
    if (checked.data.draft === "true" && !showDrafts) continue;
    pages.push({
      name,
      lang,
      title: checked.data.title,
      file: path,
      body: body.text.trim(),
      line: split.bodyLine + lineAt(body.text, body.text.length - body.text.trimStart().length) - 1,
      files: [...images.flatMap(({ src }) => selectShownFiles(media, src)), ...files],
      key: keyOfBytes(bytes),
      ...(updatedAt === undefined ? {} : { updatedAt }),
      ...(aliases === undefined ? {} : { aliases }),
    });
  }
  return { pages, problems };
}
