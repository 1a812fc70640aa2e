import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import test from "node:test";

const HOUSE = resolve(import.meta.dirname, "../..");
const SRC = join(HOUSE, "src");

/** What each folder may import beside itself; as the design's table of floors says. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  styles: [],
  article: ["html"],
  media: ["html"],
  edition: ["html", "article", "media"],
  intake: ["html", "article", "media"],
  feeds: ["html", "article", "edition types"],
  search: ["html", "article", "edition types"],
  components: ["html", "article", "edition types"],
  browser: ["search/read", "search/text"],
  pages: ["html", "styles", "article", "media", "edition", "intake", "feeds", "search", "components"],
  publish: ["html", "styles", "article", "media", "edition", "intake", "feeds", "search", "components", "pages"],
  package: [
    "html",
    "styles",
    "article",
    "media",
    "edition",
    "intake",
    "feeds",
    "search",
    "components",
    "pages",
    "publish",
  ],
  cli: [
    "html",
    "styles",
    "article",
    "media",
    "edition",
    "intake",
    "feeds",
    "search",
    "components",
    "pages",
    "publish",
    "package",
  ],
};

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .map((name) => join(folder, name));
}

/** The relative imports of a file: its target and whether only types come in. */
function importsOf(file: string): { readonly target: string; readonly typeOnly: boolean }[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"(\.[^"]+)"/gm)].map(
    ([, type, path]) => ({
      target: relative(SRC, resolve(dirname(file), path ?? "")),
      typeOnly: type !== undefined,
    }),
  );
}

function mayImport(folder: string, target: string, typeOnly: boolean): boolean {
  const [other = ""] = target.split("/");
  if (other === folder) return true;
  const allowed = MAY_IMPORT[folder] ?? [];
  if (target === "html.ts") return allowed.includes("html");
  if (allowed.includes(other)) return true;
  if (typeOnly && other === "edition" && allowed.includes("edition types")) return true;
  return allowed.some((entry) => entry.includes("/") && target.startsWith(`${entry}/`));
}

test("every file imports only from the floors below its own", () => {
  const faults: string[] = [];
  for (const folder of readdirSync(SRC)) {
    if (folder === "content" || !statSync(join(SRC, folder)).isDirectory()) continue;
    assert.ok(folder in MAY_IMPORT, `src/${folder} is not a floor of the house`);
    for (const file of sourceFiles(join(SRC, folder))) {
      for (const { target, typeOnly } of importsOf(file)) {
        if (!mayImport(folder, target, typeOnly)) faults.push(`${relative(HOUSE, file)} imports ${target}`);
      }
    }
  }
  assert.deepEqual(faults, []);
});

test("the check of the floors sees an import that breaks them", () => {
  assert.equal(mayImport("article", "edition/edition.ts", false), false);
  assert.equal(mayImport("components", "edition/views.ts", true), true);
  assert.equal(mayImport("components", "edition/edition.ts", false), false);
  assert.equal(mayImport("browser", "search/write/segment.ts", false), false);
});

test("html.ts imports nothing and .eleventy.ts is wiring under 60 lines", () => {
  assert.deepEqual(importsOf(join(SRC, "html.ts")), []);
  assert.ok(readFileSync(join(HOUSE, ".eleventy.ts"), "utf8").split("\n").length < 60);
});

test("nothing in the house imports content, and no folder is named after a chest of drawers", () => {
  for (const file of sourceFiles(SRC)) {
    for (const { target } of importsOf(file))
      assert.ok(!target.startsWith("content/"), `${relative(HOUSE, file)} imports content`);
    assert.ok(!/\/(utils?|misc|common|manager)(\/|\.ts$)/.test(file), relative(HOUSE, file));
  }
});
