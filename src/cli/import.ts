/** `npm run import`: whatever arrives becomes an article file. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { SingleBar } from "cli-progress";
import { rememberAgencies } from "../article/agency.ts";
import { parseInstant, selectNow } from "../article/instant.ts";
import type { ArticleContext } from "../article/parse.ts";
import { renderProblem } from "../article/problem.ts";
import { fromHere, HOUSE_STRINGS } from "../newsroom/folders.ts";
import { UsageError } from "../article/usage-error.ts";
import { readNewsroom } from "../newsroom/newsroom-files.ts";
import { Archive } from "../archive/archive.ts";
import { selectFolders, stateFolder } from "../newsroom/folders.ts";
import { selectReadContext } from "../archive/read-article.ts";
import { type ImportOptions, ImportUsageError, importAll } from "../intake/import/import.ts";
import type { Outcome } from "../intake/import/import-item.ts";
import { renderImported, renderJsonLine, renderNeeds, renderTally } from "../intake/import/import-report.ts";
import { IntakeError } from "../intake/intake-error.ts";
import { FORMATS } from "../intake/import/recognise.ts";
import { fail } from "./fail.ts";
import * as cli from "./options.ts";

const OPTIONS = {
  format: { type: "string", value: "NAME", help: `auto, or ${FORMATS.join(", ")}` },
  to: {
    type: "string",
    value: "DIR",
    help: "the content folder (src/content); articles go to articles/<yyyy>/<mm>/, what needs an editor to inbox/",
  },
  section: { type: "string", value: "NAME", help: "section of all that is imported" },
  title: { type: "string", value: "TEXT", help: "headline, for one article that has none or another" },
  date: { type: "string", value: "ISO", help: "date of publication, for one article" },
  "dry-run": cli.DRY_RUN,
  json: {
    type: "boolean",
    help: "one line for each article: {input, output, front, body, text, confidence, notes}",
  },
  yes: { type: "boolean", help: "overwrite articles that were edited since they were imported" },
  "keep-originals": {
    type: "boolean",
    help: "keep what was read, gzipped, below originals/ in the content folder",
  },
  data: cli.DATA,
  cache: { ...cli.CACHE, help: "what is remembered between imports" },
  now: { ...cli.NOW, help: "the moment of the import, in place of the clock" },
  help: cli.HELP,
} as const;

const HELP = `npm run import -- <FILE | FOLDER | ZIP | -> ...

Makes article files of whatever arrives: plain text of a page or a wire, saved pages (HTML, MHTML, SingleFile), ninjs,
NewsML-G2, NITF, ANPA 1312, IPTC 7901, RSS, Atom, JSON Feed, exports of WordPress and Ghost, and the Markdown of Hugo,
Jekyll, Ghost, Astro and Eleventy sites. The format is recognised by what stands in the file.

${cli.renderOptions(OPTIONS)}

Importing the same thing again updates its article. An import that was stopped goes on where it was when run again.
Exit status: 0 all written, 1 something needs an editor or could not be read, 2 wrong usage.
`;

function readArguments(args: readonly string[]) {
  const { values, positionals } = cli.readOptions(OPTIONS, { args, names: "FILE" });
  return {
    positionals,
    values: {
      ...values,
      format: values.format ?? "auto",
      to: values.to ?? fromHere("src/content"),
      data: values.data ?? fromHere("_data"),
      cache: values.cache ?? fromHere(".cache"),
      "dry-run": values["dry-run"] === true,
      json: values.json === true,
      yes: values.yes === true,
      "keep-originals": values["keep-originals"] === true,
    },
  };
}

/** The agencies of all datelines that the last build read; none before the first. */
function agenciesOfArchive(data: string, to: string, cache: string): readonly string[] {
  return Archive.load(stateFolder(selectFolders({ content: to, data, cache })))?.tables.agencies.all() ?? [];
}

function readContext(data: string, to: string, cache: string): { context: ArticleContext; hasNewsroom: boolean } {
  if (!existsSync(join(data, "site.yaml"))) {
    if (data !== fromHere("_data"))
      throw new UsageError(`there is no site.yaml in ${data}; --data names a folder like _data`);
    const context = { timeZone: "UTC", language: "en", languages: ["en"], sections: undefined, topics: new Map() };
    return { context, hasNewsroom: false };
  }
  const read = readNewsroom(data, HOUSE_STRINGS);
  if ("problems" in read) {
    throw new IntakeError(`mistakes in ${data}:\n${read.problems.map(renderProblem).join("\n")}\n`, "mend them first");
  }
  const context = selectReadContext(read.newsroom, to, new Set()).article;
  rememberAgencies([...(context.agency === undefined ? [] : [context.agency]), ...agenciesOfArchive(data, to, cache)]);
  return { context, hasNewsroom: true };
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A bar on a terminal, a line now and then elsewhere; both on the error stream. */
function startProgress(quiet: boolean) {
  const bar = process.stderr.isTTY
    ? new SingleBar({
        format: "{bar} {value}/{total} files, {eta_formatted} left",
        clearOnComplete: true,
        stream: process.stderr,
      })
    : undefined;
  let shown = false;
  return {
    update: (done: number, total: number) => {
      if (quiet || total < 20) return;
      if (bar === undefined) {
        if (done % 500 === 0 || done === total) process.stderr.write(`${done} of ${total} files\n`);
      } else if (shown) bar.update(done);
      else {
        bar.start(total, done);
        shown = true;
      }
    },
    stop: () => {
      if (shown) bar?.stop();
      shown = false;
    },
  };
}

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args);
  if (values.help === true) {
    process.stdout.write(HELP);
    return 0;
  }
  if (positionals.length === 0) throw new UsageError("name a file, a folder, a zip, or - for standard input");
  const format = [...FORMATS, "auto" as const].find((name) => name === values.format);
  if (format === undefined)
    throw new UsageError(`--format ${values.format} is not known; write one of auto, ${FORMATS.join(", ")}`);
  const now = selectNow(values.now, process.env);
  const { context, hasNewsroom } = readContext(values.data, values.to, values.cache);
  if (values.date !== undefined) {
    const parsed = parseInstant(values.date, context.timeZone);
    if ("fault" in parsed) throw new UsageError(`--date ${values.date} ${parsed.fault}; write ${parsed.instead}`);
  }
  const section = values.section;
  if (section !== undefined && context.sections !== undefined && !context.sections.has(section.toLowerCase())) {
    throw new UsageError(
      `--section ${section} is not in sections.yaml; write one of ${[...new Set(context.sections.values())].join(", ")}`,
    );
  }
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  process.once("SIGTERM", () => stop.abort());
  const progress = startProgress(values.json && !process.stderr.isTTY);
  const options: ImportOptions = {
    paths: positionals,
    format,
    to: values.to,
    cache: values.cache,
    context,
    hasNewsroom,
    section,
    title: values.title,
    date: values.date,
    dryRun: values["dry-run"],
    again: values.json,
    overwrite: values.yes,
    keepOriginals: values["keep-originals"],
    now,
    standardInput: readStandardInput,
    signal: stop.signal,
    onProgress: progress.update,
  };
  const tally = new Map<Outcome, number>();
  let shown = 0;
  for await (const item of importAll(options)) {
    tally.set(item.outcome, (tally.get(item.outcome) ?? 0) + 1);
    const isItem = item.outcome !== "left";
    const line = !values.json
      ? renderImported(item, values.to, shown < 3)
      : isItem
        ? renderJsonLine(item, values.to)
        : "";
    if (isItem) shown++;
    const needs = renderNeeds(item);
    if (line !== "" || needs !== "") progress.stop();
    if (line !== "") process.stdout.write(`${line}\n`);
    if (needs !== "") process.stderr.write(`${needs}\n`);
  }
  progress.stop();
  if (!values.json) process.stdout.write(`${renderTally(tally, values["dry-run"])}\n`);
  if (stop.signal.aborted) {
    process.stderr.write("Stopped. What is done is done; run the same command again to go on.\n");
    return 1;
  }
  return (tally.get("waiting") ?? 0) + (tally.get("failed") ?? 0) > 0 ? 1 : 0;
}

run(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    if (error instanceof ImportUsageError) {
      process.stderr.write(`${error.message}\nSee --help.\n`);
      process.exitCode = 2;
    } else if (error instanceof IntakeError) {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    } else fail(error);
  },
);
