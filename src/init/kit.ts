/** The files that a newsroom begins with, made of `kit/`. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { renderIso, selectDay } from "../article/instant.ts";
import { slugOf } from "../article/slug.ts";
import { HOUSE, HOUSE_STRINGS } from "../newsroom/folders.ts";
import type { NewsroomPlan } from "./newsroom-plan.ts";

/** A file to be written, by its path below the newsroom. */
export interface KitFile {
  readonly path: string;
  readonly text: string;
}

const KIT = join(HOUSE, "kit");
/** Whose texts are taken where the kit has none in the newsroom's own language. */
const OTHERWISE = "en";

interface Manifest {
  readonly engines: { readonly node: string };
  readonly devDependencies: Readonly<Record<string, string>>;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** Fills in each `{{name}}`; throws a `RangeError` where there is no such value. */
function fill(text: string, values: Readonly<Record<string, string>>, path: string): string {
  return text.replace(/(?<!\$)\{\{([^{}]+)\}\}/g, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`kit/${path} asks for {{${name}}}`);
    return value;
  });
}

/** The words of the interface, to be translated, where the house has none in the language. */
function stringsFor(language: string): KitFile[] {
  if (existsSync(join(HOUSE_STRINGS, `${language}.yaml`))) return [];
  const english = readFileSync(join(HOUSE_STRINGS, `${OTHERWISE}.yaml`), "utf8");
  const text = `# The words of the interface, in English still: translate what stands to the right of each colon.\n${english}`;
  return [{ path: `_data/strings/${language}.yaml`, text }];
}

/** All files of a new newsroom. `dateline` is what its package.json depends on. */
export function renderKit(folder: string, plan: NewsroomPlan, dateline: string, now: number): KitFile[] {
  const manifest: Manifest = JSON.parse(readFileSync(join(HOUSE, "package.json"), "utf8"));
  const values = {
    name: slugOf(basename(folder), { lang: plan.language }) || "newsroom",
    title: plan.title,
    "title as YAML": JSON.stringify(plan.title),
    // It stands in brackets, in a text between quotation marks.
    agency: plan.title.replace(/[^\p{L}\p{M}\p{N} .&'’-]/gu, "").trim() || plan.language,
    language: plan.language,
    timeZone: plan.timeZone,
    "url line": plan.url === undefined ? "# url: https://news.example.org/" : `url: ${plan.url}`,
    now: renderIso(now, plan.timeZone),
    node: manifest.engines.node,
    dateline,
    ...manifest.devDependencies,
  };
  const frame = filesBelow(join(KIT, "newsroom")).map((path) => ({
    // npm keeps files of these names for itself.
    path: path.replace(/(^|\/)_\./, "$1."),
    text: fill(readFileSync(join(KIT, "newsroom", path), "utf8"), values, path),
  }));
  const primary = plan.language.split("-")[0] ?? OTHERWISE;
  const words = [plan.language, primary, OTHERWISE].find((lang) => existsSync(join(KIT, "words", lang))) ?? OTHERWISE;
  const { year, month } = selectDay(now, plan.timeZone);
  const texts = filesBelow(join(KIT, "words", words)).map((path) => ({
    path:
      path === "article.md"
        ? `src/content/articles/${year}/${String(month).padStart(2, "0")}/first-edition.md`
        : `src/content/${path}`,
    text: fill(readFileSync(join(KIT, "words", words, path), "utf8"), values, path),
  }));
  return [...frame, ...texts, ...stringsFor(plan.language)];
}
