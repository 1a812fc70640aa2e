/** The page templates of the house: every `*.11ty.ts` in its `src/pages/` that defines a kind of page, with the key of the code behind it. */
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { foldKey, foldKeys, keyOf } from "../archive/key.ts";
import type { PageTemplate } from "../pages/page-template.ts";
import { CodeKeys, codeKeyOf, packagesKey } from "./code-key.ts";
import { HOUSE } from "../newsroom/folders.ts";

export interface Template {
  readonly page: PageTemplate;
  /** Below the folder of the templates. */
  readonly file: string;
  readonly codeKey: number;
}

const ENDING = ".11ty.ts";

/** The compiled code is one script, which hands out its modules by their sources' names: see `cli/dateline.js`. */
const compiled = Symbol.for("dateline.code");

async function loadModule(file: string): Promise<{ readonly default?: unknown } | undefined> {
  const code: unknown = Reflect.get(globalThis, compiled);
  return typeof code === "function"
    ? code(`src/pages/${file}`)
    : await import(pathToFileURL(join(HOUSE, "src/pages", file)).href);
}

function isTemplate(value: unknown): value is PageTemplate {
  return typeof value === "object" && value !== null && "kind" in value && "select" in value && "render" in value;
}

function stylesheetsBeside(path: string): string[] {
  if (!path.endsWith("/styles.ts")) return [];
  return readdirSync(dirname(path))
    .filter((name) => name.endsWith(".css"))
    .map((name) => join(dirname(path), name));
}

/** The templates where something else decides the bytes of all pages, such as a transform of the newsroom's; `key` stands for it. */
export function underKey(templates: readonly Template[], key: number): readonly Template[] {
  return key === 0
    ? templates
    : templates.map((template) => ({ ...template, codeKey: foldKey(template.codeKey, key) }));
}

/** Loads all templates, in the order of their files. `readSource` is for tests of what happens when code changes. */
export async function loadTemplates(readSource?: (path: string) => string): Promise<readonly Template[]> {
  const folder = join(HOUSE, "src/pages");
  const other = readSource === undefined ? undefined : new CodeKeys(readSource);
  const packages = packagesKey();
  const templates: Template[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(ENDING))
    .sort()) {
    const path = join(folder, file);
    const module = await loadModule(file);
    // Where the house is its own newsroom, templates of the newsroom's lie beside its own.
    if (!isTemplate(module?.default)) continue;
    if (`${module.default.kind}${ENDING}` !== file)
      throw new TypeError(`${path} defines the kind ${module.default.kind}; name it ${module.default.kind}${ENDING}`);
    templates.push({
      page: module.default,
      file,
      codeKey: foldKeys([packages, other?.of(path, stylesheetsBeside) ?? codeKeyOf(path, stylesheetsBeside)]),
    });
  }
  return templates;
}

/** A key of all templates together. */
export function templatesKey(templates: readonly Template[]): number {
  return foldKeys(templates.map(({ page, codeKey }) => keyOf(`${page.kind} ${codeKey}`)));
}
