/** The search index of an edition as shared files: one set a segment, so that a new article rewrites the recent one only. */
import { selectParagraphs } from "../article/body.ts";
import type { Edition } from "../edition/edition.ts";
import { foldKey, keyOf } from "../archive/key.ts";
import { planSearch } from "../search/write/plan.ts";
import type { SearchDocument, SearchEntry } from "../search/write/search-document.ts";
import { type SearchOptions, writeSearchRoot, writeSegment } from "../search/write/write-search.ts";
import { makersKey } from "./code-key.ts";
import { type SharedFiles, stage } from "./shared-files.ts";

/** What the index knows of an article. */
export function readSearchDocument(edition: Edition, entry: SearchEntry): SearchDocument {
  const article = edition.article(entry.row);
  const topics = article.tags.map((tag) => edition.topicOfTag(tag, article.lang));
  const place = article.dateline?.place ?? article.dateline?.printed;
  return {
    row: entry.row,
    address: article.address,
    lang: article.lang,
    publishedAt: article.publishedAt,
    fingerprint: entry.fingerprint,
    title: article.title,
    body: selectParagraphs(article.body, article.lang).join("\n"),
    tags: topics.map(({ name }) => name),
    topics: topics.map(({ slug }) => slug),
    byline: article.byline,
    ...(article.standfirst === undefined ? {} : { standfirst: article.standfirst }),
    ...(place === undefined ? {} : { place }),
    ...(article.section === undefined ? {} : { section: article.section }),
  };
}

function selectEntries(edition: Edition): SearchEntry[] {
  const { archive } = edition;
  const { headKeys } = edition;
  const [sourceKey, publishedAt] = [archive.column("sourceKey"), archive.column("publishedAt")];
  const topics = archive.ragged("topics");
  const names = archive.tables.topics;
  const entries: SearchEntry[] = [];
  for (const row of edition.order) {
    if (edition.isRetracted(row)) continue;
    let fingerprint = foldKey(headKeys[row] ?? 0, sourceKey[row] ?? 0);
    const own = topics.of(row);
    for (let index = 0; index < own.length; index++)
      fingerprint = foldKey(fingerprint, edition.keys.ofTopic(names.name(own[index] ?? 0)));
    entries.push({
      row,
      lang: edition.langOf(row),
      publishedAt: publishedAt[row] ?? 0,
      fingerprint,
      get address() {
        return edition.head(row).address;
      },
    });
  }
  return entries;
}

/** A key of the code that writes the index. */
export function searchCodeKey(): number {
  return makersKey("search");
}

/** The index's files. `code` is the key of the code that writes it. */
export function selectSearchFiles(edition: Edition, code: number): SharedFiles[] {
  const { site, newsroom } = edition;
  const plan = planSearch(selectEntries(edition), site.timeZone);
  const sections = Object.fromEntries(
    (newsroom.sections ?? edition.listsOf("section").map(({ name }) => edition.section(name))).map(({ slug, name }) => [
      slug,
      name,
    ]),
  );
  const options: SearchOptions = { timeZone: site.timeZone, sections };
  const segments = plan.segments.map((segment): SharedFiles => ({
    name: `search ${segment.name}`,
    print: keyOf(site.timeZone),
    code,
    write: async (staging) => {
      const documents = function* () {
        for (const entry of segment.entries) yield readSearchDocument(edition, entry);
      };
      return stageAll(staging, writeSegment(segment, documents(), site.timeZone));
    },
  }));
  const root: SharedFiles = {
    name: "search root",
    print: keyOf(JSON.stringify([plan.segments.map(({ name }) => name), options])),
    code,
    write: (staging) => stageAll(staging, writeSearchRoot(plan, options)),
  };
  return [...segments, root];
}

/** The index's files as the last build wrote them: nothing is due, and nothing goes. */
export function keepSearchFiles(edition: Edition): SharedFiles[] {
  const before = edition.archive.notes.shared ?? {};
  return Object.entries(before)
    .filter(([name]) => name.startsWith("search "))
    .map(([name, { print, code }]) => ({ name, print, code, write: () => [] }));
}

async function stageAll(
  staging: string,
  files: AsyncIterable<{ readonly address: string; readonly text: string }>,
): Promise<string[]> {
  const addresses: string[] = [];
  for await (const { address, text } of files) {
    stage(staging, address, text);
    addresses.push(address);
  }
  return addresses;
}
