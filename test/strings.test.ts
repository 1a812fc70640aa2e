import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { load } from "js-yaml";
import { wordsOf } from "../src/components/words.ts";

const FOLDER = new URL("../_data/strings/", import.meta.url);
const SOURCE = new URL("../src/", import.meta.url).pathname;
const PLURAL = /\.(zero|one|two|few|many|other)$/;
/** Strings that a script of the page reads by its own name, from the JSON that the page carries. */
const CARRIED = /^(search|library|offline|player)\./;

function readStrings(lang: string): Record<string, string> {
  const strings: Record<string, string> = {};
  const loaded: unknown = load(readFileSync(new URL(`${lang}.yaml`, FOLDER), "utf8"));
  assert.ok(typeof loaded === "object" && loaded !== null);
  for (const [key, text] of Object.entries(loaded)) {
    assert.equal(typeof text, "string", `${lang}.yaml: ${key} is not text; put it in quotation marks`);
    strings[key] = String(text);
  }
  return strings;
}

function* scripts(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* scripts(path);
    else if (entry.name.endsWith(".ts")) yield readFileSync(path, "utf8");
  }
}

const languages = readdirSync(FOLDER).map((name) => name.replace(/\.yaml$/, ""));
const english = readStrings("en");
const baseKeys = (strings: Record<string, string>): string[] =>
  [...new Set(Object.keys(strings).map((key) => key.replace(PLURAL, ".*")))].sort();
const places = (text: string | undefined): string[] => (text?.match(/\{\w+\}/g) ?? []).sort();

test("the interface speaks English, Russian, Arabic, Spanish, French and German", () => {
  assert.deepEqual(languages.sort(), ["ar", "de", "en", "es", "fr", "ru"]);
});

for (const lang of languages) {
  const strings = readStrings(lang);
  test(`${lang} has every key of the interface, and no other`, () => {
    assert.deepEqual(baseKeys(strings), baseKeys(english));
  });

  test(`${lang} has each plural form that its own rules ask for`, () => {
    const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
    for (const key of baseKeys(english).filter((base) => base.endsWith(".*"))) {
      const found = Object.keys(strings).filter((name) => name.replace(PLURAL, ".*") === key);
      assert.deepEqual(found.sort(), forms.map((form) => key.replace("*", form)).sort());
    }
  });

  test(`${lang} has the same places to fill as English`, () => {
    for (const [key, text] of Object.entries(strings)) {
      if (!PLURAL.test(key)) assert.deepEqual(places(text), places(english[key]), `${lang}.yaml: ${key}`);
    }
  });
}

test("no word of the interface is unused", () => {
  const source = [...scripts(SOURCE)].join("\n");
  /** Keys whose end is put together: `index.${of}`. */
  const built = [...source.matchAll(/`([a-z][\w.-]*\.)\$\{\w+\}`/g)].map(([, start = ""]) => start);
  const unused = baseKeys(english).filter((key) => {
    if (CARRIED.test(key))
      return !source.includes(`"${key.replace(CARRIED, "").replace(/\.\*$/, "")}"`) && !source.includes(`"${key}"`);
    return !source.includes(`"${key.replace(/\.\*$/, "")}"`) && !built.some((start) => key.startsWith(start));
  });
  assert.deepEqual(unused, []);
});

test("a missing key and a missing value are errors that name them", () => {
  const words = wordsOf({
    lang: "en",
    strings: { hello: "Hello {name}", "n.one": "{count} page", "n.other": "{count} pages" },
  });
  assert.throws(() => words.say("goodbye"), /en\.yaml has no goodbye/);
  assert.throws(() => words.say("hello"), /asks for \{name\}/);
  assert.equal(words.say("hello", { name: "Ada" }), "Hello Ada");
  assert.equal(words.phrase("hello", { name: "<b>" }).toString(), "Hello &lt;b&gt;");
  assert.equal(words.count("n", 1), "1 page");
  assert.equal(words.count("n", 1200), "1,200 pages");
});
