/** What is no error but an editor may want to mend: headlines and links that lead to nothing. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { selectHrefs, selectPartIds } from "../article/body.ts";
import { findPart, parserFor } from "../article/body-parser.ts";
import { selectTagFindings } from "../article/inline-html.ts";
import { parseArticle } from "../article/parse.ts";
import { splitFrontMatter } from "../article/front-matter.ts";
import { renderIso } from "../article/instant.ts";
import { locateKey } from "../article/yaml.ts";
import { FLAGS } from "../archive/archive.ts";
import { selectLaterInstants } from "./as-of.ts";
import type { Edition } from "./edition.ts";
import type { LooseEnd } from "./loose-end.ts";
import { findNewsroomEnds } from "./newsroom-ends.ts";
import { selectWaiting } from "./waiting.ts";
import { keyOf } from "../archive/key.ts";
import { findLinkedFile, readLink } from "../archive/link-target.ts";
import { decodePath } from "../article/media-path.ts";
import { resolveLink, standingAddress, type TextPlace } from "./text-links.ts";
import { readPlacedBody, selectReadContext } from "../archive/read-article.ts";

const NO_FILES: ReadonlySet<string> = new Set();

/** What reading a file has told of it: read once more, since an archive keeps only that there was something. */
function findTold(edition: Edition): LooseEnd[] {
  const flags = edition.archive.column("flags");
  const context = selectReadContext(edition.newsroom, edition.content, new Set()).article;
  return Array.from(edition.order).flatMap((row) => {
    if (((flags[row] ?? 0) & FLAGS.told) === 0) return [];
    const file = `articles/${edition.head(row).path}.md`;
    const parsed = parseArticle(readFileSync(join(edition.content, file)), file, context);
    if ("problems" in parsed) return [];
    return parsed.told.map(({ found, column: _column, ...told }) => ({ ...told, found: found ?? "" }));
  });
}

/** Tags of texts that are shown to readers as they were typed. */
function findTags(edition: Edition): LooseEnd[] {
  const flags = edition.archive.column("flags");
  const ends: LooseEnd[] = [];
  const look = (file: string, body: string, lang: string, from: number) => {
    for (const { line, found, fault } of selectTagFindings(parserFor(lang).parse(body, {})))
      ends.push({ file, line: from + line, found, fault });
  };
  for (const row of edition.order) {
    if (((flags[row] ?? 0) & FLAGS.tags) === 0) continue;
    const { path, lang } = edition.head(row);
    const { body, line } = readPlacedBody(edition.content, path);
    look(`articles/${path}.md`, body, lang, line);
  }
  for (const { file, body, lang, line } of edition.standing) if (body.includes("<")) look(file, body, lang, line);
  return ends;
}

/** Articles that wait, and changes that are dated after the edition's moment. */
function findLater(edition: Edition): LooseEnd[] {
  const { archive, now, content, site } = edition;
  const changedAt = archive.column("changedAt");
  const ends = selectWaiting(edition).map(({ row, until }): LooseEnd => {
    const { path, publishedAt } = archive.head(row);
    const key = publishedAt === until ? "date" : "embargo";
    const found = renderIso(until, site.timeZone);
    return { ...placeOf(content, `articles/${path}.md`, key), key, found, fault: "waits until its time has come" };
  });
  for (let row = 0; row < archive.count; row++) {
    if (archive.isRemoved(row) || (changedAt[row] ?? 0) <= now) continue;
    const head = archive.head(row);
    for (const { key, at } of head.publishedAt > now ? [] : selectLaterInstants(head, now)) {
      const fault = key.startsWith("retracted")
        ? "is later than now; the article counts as retracted already"
        : "is later than now, and is left out until then";
      const place = placeOf(content, `articles/${head.path}.md`, key);
      ends.push({ ...place, key, found: renderIso(at, site.timeZone), fault });
    }
  }
  return ends;
}

/** File and line of a key. */
function placeOf(content: string, file: string, key: string): Pick<LooseEnd, "file" | "line"> {
  const split = splitFrontMatter(readFileSync(join(content, file)), file);
  const path = key.split(/[.[\]]+/).map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return { file, ...("problem" in split ? {} : { line: locateKey(split.source, path).line }) };
}

/** Links of texts that lead to nothing. */
function findDeadLinks(edition: Edition): LooseEnd[] {
  const flags = edition.archive.column("flags");
  const ends: LooseEnd[] = [];
  const look = (body: string, from: number, place: TextPlace) => {
    for (const { href, line } of selectHrefs(body, place.lang)) {
      const fault = judgeLink(edition, href, body, place);
      if (fault !== undefined) ends.push({ file: place.file, line: from + line, found: decodePath(href), ...fault });
    }
  };
  for (const row of edition.order) {
    if (((flags[row] ?? 0) & FLAGS.links) === 0) continue;
    const { path, address, lang } = edition.head(row);
    const { body, line } = readPlacedBody(edition.content, path);
    look(body, line, { file: `articles/${path}.md`, address, lang });
  }
  for (const page of edition.standing)
    look(page.body, page.line, { file: page.file, address: standingAddress(edition, page), lang: page.lang });
  return ends;
}

const NO_LINK = "and its words are shown without a link";

function judgeLink(
  edition: Edition,
  href: string,
  body: string,
  place: TextPlace,
): Pick<LooseEnd, "fault" | "instead"> | undefined {
  const target = readLink(href, { ...place, url: edition.site.url });
  if (target === undefined) return undefined;
  const { meanings, part } = target;
  if (meanings.length === 0)
    return part === "" || findPart(part, selectPartIds(body, place.lang), place.lang) !== undefined
      ? undefined
      : {
          fault: `the link leads to a part that this text does not have, ${NO_LINK}`,
          instead: "Write the words of a subhead after #.",
        };
  const found = resolveLink(edition, href, place);
  if (found?.partMissing === true)
    return {
      fault: "the linked page has no such part, and the link leads to its head",
      instead: "Write the words of one of its subheads after #.",
    };
  if (found !== undefined) return undefined;
  const media = meanings.find(({ kind }) => kind === "media")?.name ?? "";
  if (findLinkedFile(target, NO_FILES).length > 0)
    return { fault: `the link leads to a file that is not there, ${NO_LINK}`, instead: `Put it at media/${media}.` };
  return {
    fault: `the link leads to no article, page or file, ${NO_LINK}`,
    instead: "Write the path of an article such as 2021/01/harbour, the name of a standing page, or a whole address.",
  };
}

/** All loose ends of an edition. */
export function findLooseEnds(edition: Edition): LooseEnd[] {
  return [
    ...findTold(edition),
    ...findUnmatched(edition),
    ...findDeadLinks(edition),
    ...findTags(edition),
    ...findLater(edition),
    ...findNewsroomEnds(edition),
  ];
}

/** Reads every article that names or links others. */
function findUnmatched(edition: Edition): LooseEnd[] {
  const { archive, graph } = edition;
  const related = archive.ragged("related");
  const ends: LooseEnd[] = [];
  for (const row of edition.order) {
    if (related.of(row).length === 0 && (archive.column("translatesKey")[row] ?? 0) === 0) continue;
    const head = edition.head(row);
    const file = `articles/${head.path}.md`;
    let next = 0;
    for (const entry of head.related) {
      if (entry.kind === "link") continue;
      if (graph.resolve(related.of(row)[next++] ?? 0) >= 0) continue;
      if (entry.kind === "headline")
        ends.push({
          file,
          found: entry.title,
          fault: "related headline is not in the archive, or there more than once, and is shown as text",
        });
      else ends.push({ file, found: entry.path, fault: "related article is not there, and is left out" });
    }
    if (head.translates !== undefined && graph.resolve(keyOf(head.translates)) < 0)
      ends.push({ file, found: head.translates, fault: "the article it translates is not there" });
  }
  return ends;
}
