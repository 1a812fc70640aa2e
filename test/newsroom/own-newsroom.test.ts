import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { dateline, installHouse, packHouse, run } from "./packed-house.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline-own-"));
const paper = join(folder, "my-paper");
const NOW = ["--now", "2031-01-15T12:00Z"];

const write = (name: string, text: string): void => {
  mkdirSync(join(paper, name, ".."), { recursive: true });
  writeFileSync(join(paper, name), text);
};
const page = (name: string): string => readFileSync(join(paper, "dist", name), "utf8");
const filesOf = (path: string): string[] => readdirSync(path, { recursive: true, encoding: "utf8" }).sort();

/** Builds; gives how many files were written. */
function build(): number {
  const { status, said } = dateline(paper, "build", ...NOW);
  assert.equal(status, 0, said);
  return Number(/(\d+) files written/.exec(said)?.[1]);
}

before(() => {
  const house = packHouse(folder);
  installHouse(folder, house);
  const flags = ["--title", 'The "Harbour": Post', "--language", "de", "--time-zone", "Europe/Berlin"];
  const made = dateline(folder, "init", "my-paper", ...flags, "--url", "https://harbour.example", ...NOW);
  assert.equal(made.status, 0, made.said);
  installHouse(paper, house);
});
after(() => rmSync(folder, { recursive: true, force: true }));

test("a new newsroom has the shape of one, keeps the house that made it, and has nothing of the sample", () => {
  const names = readdirSync(paper).filter((name) => name !== "node_modules");
  assert.deepEqual(names.sort(), [
    ...[".eleventy.ts", ".github", ".gitignore", "README.md", "_data", "package.json", "src", "test"],
    ...["tsconfig.json", "vendor"],
  ]);
  assert.deepEqual(readdirSync(join(paper, "src")).sort(), ["components", "content", "pages", "styles"]);
  const { version } = JSON.parse(readFileSync(join(paper, "node_modules/dateline/package.json"), "utf8"));
  assert.deepEqual(readdirSync(join(paper, "vendor")), [`dateline-${version}.tgz`]);
  const manifest = JSON.parse(readFileSync(join(paper, "package.json"), "utf8"));
  assert.equal(manifest.dependencies.dateline, `file:vendor/dateline-${version}.tgz`);
  assert.match(readFileSync(join(paper, "src/content/articles/2031/01/first-edition.md"), "utf8"), /Erste Ausgabe/);
  const packed = filesOf(join(paper, "node_modules/dateline"));
  assert.ok(!packed.some((name) => name.startsWith("src/content/")), "the sample is not in the package");
  for (const name of filesOf(paper).filter((each) => !/node_modules|vendor/.test(each)))
    if (statSync(join(paper, name)).isFile())
      assert.doesNotMatch(readFileSync(join(paper, name), "utf8"), /Northline|\{\{(?!\s)[a-z]/, name);
});

test("its own commands build it and its own test passes, and nothing is written into the package", () => {
  const before = filesOf(join(paper, "node_modules/dateline"));
  const built = run("npm", ["run", "--silent", "build", "--", ...NOW], paper);
  assert.equal(built.status, 0, built.said);
  assert.match(page("index.html"), /<html lang="de">/);
  assert.match(page("index.html"), /The &quot;Harbour&quot;: Post|The "Harbour": Post/);
  const tested = run("npm", ["test"], paper);
  assert.equal(tested.status, 0, tested.said);
  assert.match(tested.said, /pass 2/);
  assert.deepEqual(filesOf(join(paper, "node_modules/dateline")), before);
});

test("its standing pages are drafts: nowhere in what is built", () => {
  assert.ok(!filesOf(join(paper, "dist")).includes("about.html"));
});

test("a component of its own stands in for the house's, with the house's own at hand, and its pages are drawn again", () => {
  build();
  assert.equal(build(), 0);
  write(
    "src/components/site-footer.ts",
    `import { type Frame, html, type Html } from "dateline";
import { renderSiteFooter as house } from "dateline/components/site-footer";
import { MOTTO } from "./motto.ts";
export function renderSiteFooter(frame: Frame): Html {
  return html\`<p class="motto">\${MOTTO}</p>\${house(frame)}\`;
}
`,
  );
  write("src/components/motto.ts", `export const MOTTO: string = "Printed by hand";\n`);
  const types = run("npm", ["run", "--silent", "types"], paper);
  assert.equal(types.status, 0, types.said);
  assert.ok(build() > 5);
  assert.ok(/<p class="motto">Printed by hand<\/p>\s*<footer/.test(page("index.html")));
  assert.equal(build(), 0);
  write("src/components/motto.ts", `export const MOTTO: string = "Printed with care";\n`);
  assert.ok(build() > 5);
  assert.ok(page("search.html").includes("Printed with care"));
});

test("a component that exports nothing the house's has is told, and one that fails is told with its own line", () => {
  write("src/components/kicker.ts", "export const kicker = 1;\n");
  const useless = dateline(paper, "build", ...NOW);
  assert.equal(useless.status, 1);
  assert.match(useless.said, /^src\/components\/kicker\.ts stands in .* export renderKicker/m);
  rmSync(join(paper, "src/components/kicker.ts"));
  write("src/components/motto.ts", `const motto: string[] = [];\nexport const MOTTO = motto[1]!.trim();\n`);
  const failed = dateline(paper, "build", ...NOW);
  assert.equal(failed.status, 1);
  assert.match(failed.said, /src\/components\/motto\.ts:2/);
  assert.doesNotMatch(failed.said, /fault of Dateline/);
  rmSync(join(paper, "src/components/motto.ts"));
  rmSync(join(paper, "src/components/site-footer.ts"));
});

test("tokens, stylesheets and a logo of its own change pages, icons and the manifest, and each change draws again", () => {
  const site = readFileSync(join(paper, "_data/site.yaml"), "utf8");
  cpSync(
    join(import.meta.dirname, "../feeds/fixtures/newsroom/content/media/logo.png"),
    join(paper, "src/content/media/logo.png"),
  );
  const look = 'tokens: {paper: "#f2f7f5", accent: "#0b5c4a", serif: Georgia, dark: {accent: "#7fd6bd"}}';
  write("_data/site.yaml", `${site}\npublisher: {name: Post, logo: logo.png}\n${look}\n`);
  write("src/styles/front.css", ".nameplate { font-style: italic; }\n");
  build();
  const front = page("index.html");
  for (const part of ["--red:#0b5c4a", "--red:#7fd6bd", "font-style:italic", 'class="logo'])
    assert.ok(front.includes(part), part);
  assert.ok(
    !page("search.html").includes("font-style:italic}"),
    "a sheet named like a layer goes where the layer does",
  );
  assert.equal(JSON.parse(page("site.webmanifest")).theme_color, "#f2f7f5");
  assert.ok(page("icons/icon.svg").includes("#0b5c4a"));
  assert.equal(build(), 0);
  write("src/styles/front.css", ".nameplate { font-style: oblique; }\n");
  assert.ok(build() > 0);
  assert.ok(page("index.html").includes("oblique"));
  write("src/styles/front.css", '@import "other.css";\n');
  const refused = dateline(paper, "build", ...NOW);
  assert.equal(refused.status, 1);
  assert.match(refused.said, /src\/styles\/front\.css:1 would have to be fetched/);
  rmSync(join(paper, "src/styles/front.css"));
  write("_data/site.yaml", site);
});

test("the examples of docs/your-newsroom.md make a newsroom that builds and shows them", () => {
  const guide = readFileSync(join(import.meta.dirname, "../../docs/your-newsroom.md"), "utf8");
  const [, examples = ""] = guide.split("## Examples");
  const site = readFileSync(join(paper, "_data/site.yaml"), "utf8");
  for (const [, name = "", text = ""] of [...examples.matchAll(/([^\n]*):\n\n```\w+\n([^]*?)```/g)].map(
    ([, line = "", block = ""]) => ["", /`((?:src|_data)\/[\w./-]+)`/.exec(line)?.[1], block] as const,
  ))
    if (name === "_data/site.yaml") write(name, `${site}\nlanguages: [de, en, es]\n${text}`);
    else write(name, name.endsWith("storm.md") ? text.replace("title:", "lang: en\ntitle:") : text);
  build();
  assert.match(page("en/2031/01/14/storm.html"), /mailto:letters@my-paper\.example/);
  assert.match(page("en/2031/01/14/storm.html"), /hreflang="es"|lang="es"/);
  assert.ok(filesOf(join(paper, "dist")).includes("about.html"));
  assert.ok(filesOf(join(paper, "dist")).some((name) => name.includes("mara-ellin")));
  write("_data/site.yaml", site);
});

test("init refuses a folder that has something in it, a language and a zone that there are not, and no folder at all", () => {
  for (const [words, said] of [
    [["my-paper"], /my-paper is there already and is not empty/],
    [["x", "--language", "no language"], /--language "no language": write a BCP 47 tag/],
    [["x", "--time-zone", "Mars/Olympus"], /--time-zone "Mars\/Olympus": write an IANA zone/],
    [["x", "--url", "harbour"], /--url "harbour": write an address/],
    [[], /a folder is missing: dateline init my-paper/],
  ] as const) {
    const ran = dateline(folder, "init", ...words);
    assert.equal(ran.status, 2, ran.said);
    assert.match(ran.said, said);
  }
});
