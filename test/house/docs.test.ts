import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import test from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { SITE_KEYS } from "../../src/newsroom/newsroom-shape.ts";
import { renderFrontMatterPage, renderFrontMatterSchema } from "../../src/article/schema-docs.ts";

const DOCS = resolve(import.meta.dirname, "../../docs");

test("the front matter's reference page and JSON Schema are what the schema says now", () => {
  assert.equal(readFileSync(join(DOCS, "front-matter.md"), "utf8"), renderFrontMatterPage(), "stale: npm run docs");
  assert.equal(
    readFileSync(join(DOCS, "front-matter.schema.json"), "utf8"),
    renderFrontMatterSchema(),
    "stale: npm run docs",
  );
});

test("the JSON Schema takes what editors' tools make of a good front matter, and refuses an unknown key", () => {
  const check = new Ajv2020({ strict: false }).compile(JSON.parse(renderFrontMatterSchema()));
  assert.equal(
    check({
      title: 1984,
      date: "2021-01-15",
      draft: true,
      tags: ["a"],
      image: { src: "a.jpg", alt: "b" },
      dateline: { place: "X" },
    }),
    true,
  );
  assert.equal(check({ title: "A", date: "2021-01-15", titel: "B" }), false);
  assert.equal(check({ date: "2021-01-15" }), false);
});

test("docs/newsroom.md has every key of site.yaml", () => {
  const page = readFileSync(join(DOCS, "newsroom.md"), "utf8");
  assert.deepEqual(
    SITE_KEYS.filter((key) => !page.includes(`\`${key}\``)),
    [],
  );
});

test("every package in package.json has its reason in docs/dependencies.md", () => {
  const manifest: { dependencies: Record<string, string>; devDependencies: Record<string, string> } = JSON.parse(
    readFileSync(resolve(DOCS, "../package.json"), "utf8"),
  );
  const reasons = readFileSync(join(DOCS, "dependencies.md"), "utf8");
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })) {
    if (name.startsWith("@types/")) continue;
    assert.ok(
      reasons.includes(name) || reasons.includes(name.split("/")[1] ?? name),
      `${name} has no reason in docs/dependencies.md`,
    );
  }
});
