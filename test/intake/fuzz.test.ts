import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import fc from "fast-check";
import "../fixed-seed.ts";
import { parseArticle } from "../../src/article/parse.ts";
import { readAnpa } from "../../src/intake/wire/anpa.ts";
import { importAll } from "../../src/intake/import/import.ts";
import { IntakeError } from "../../src/intake/intake-error.ts";
import { readIptc7901 } from "../../src/intake/wire/iptc7901.ts";
import { readNewsml } from "../../src/intake/exchange/newsml.ts";
import { readNinjs } from "../../src/intake/exchange/ninjs.ts";
import { readNitf } from "../../src/intake/exchange/nitf.ts";
import { readItems } from "../../src/intake/import/read-item.ts";
import { FORMATS, type Format } from "../../src/intake/import/recognise.ts";
import type { WireItem } from "../../src/intake/wire-item.ts";

const WIRE_FORMATS = {
  ninjs: readNinjs,
  newsml: readNewsml,
  nitf: readNitf,
  anpa: readAnpa,
  iptc7901: readIptc7901,
} as const;
const fixtures = join(import.meta.dirname, "fixtures");

/** Inputs of the fixture folders, as far as they are there, by format. */
function inputsOf(format: string): Uint8Array[] {
  const folder = join(fixtures, format);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) =>
    readdirSync(join(folder, name))
      .filter((file) => file.startsWith("input."))
      .slice(0, 1)
      .map((file) => readFileSync(join(folder, name, file))),
  );
}

/** A valid input with pieces cut, doubled, moved and foreign pieces put in: far deeper into a parser than noise. */
function mutated(seeds: readonly Uint8Array[], most = 8): fc.Arbitrary<Uint8Array> {
  const change = fc.record({
    kind: fc.constantFrom("cut", "double", "insert", "swap"),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(60),
    piece: fc.oneof(
      fc.constantFrom(
        "<",
        ">",
        "&#0;",
        "\u0001",
        "\u0002",
        "\u0003",
        "\u0004",
        "]]>",
        "{",
        "[",
        '"',
        "null",
        "<p>",
        "</p>",
        "---\n",
        "\\u0000",
        "\n\n",
        "=",
        "^",
        "//",
        "\ud800",
      ),
      fc.string({ unit: "binary", maxLength: 12 }),
    ),
  });
  return fc
    .tuple(fc.constantFrom(...seeds), fc.array(change, { minLength: 1, maxLength: most }))
    .map(([seed, changes]) => {
      let bytes = Buffer.from(seed);
      for (const { kind, at, length, piece } of changes) {
        const start = Math.floor(at * bytes.length);
        const [head, middle, tail] = [
          bytes.subarray(0, start),
          bytes.subarray(start, start + length),
          bytes.subarray(start + length),
        ];
        if (kind === "cut") bytes = Buffer.concat([head, tail]);
        else if (kind === "double") bytes = Buffer.concat([head, middle, middle, tail]);
        else if (kind === "swap") bytes = Buffer.concat([tail, middle, head]);
        else bytes = Buffer.concat([head, Buffer.from(piece), middle, tail]);
      }
      return bytes;
    });
}

function assertWhole(item: WireItem): void {
  for (const key of ["byline", "tags", "related", "corrections", "media", "paragraphs", "notes", "needs"] as const) {
    assert.ok(Array.isArray(item[key]), key);
  }
  assert.equal(typeof item.body, "string");
  for (const [key, value] of Object.entries(item)) assert.notEqual(value, undefined, key);
  for (const key of ["date", "updated", "embargo", "expires"] as const) {
    assert.ok(item[key] === undefined || !Number.isNaN(Date.parse(item[key])), `${key}: ${item[key]}`);
  }
}

function readOrRefuse(read: () => readonly WireItem[]): void {
  try {
    for (const item of read()) assertWhole(item);
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error;
  }
}

for (const [name, read] of Object.entries(WIRE_FORMATS)) {
  test(`${name}: noise and damaged input give whole items or an IntakeError`, () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.uint8Array(), mutated(inputsOf(name))), (input) =>
        readOrRefuse(() => read(input)),
      ),
      { numRuns: 600 },
    );
  });
}

test("ninjs: values of any type under its own names give whole items or an IntakeError", () => {
  const names = [
    "uri",
    "type",
    "versioncreated",
    "firstCreated",
    "embargoedUntil",
    "pubStatus",
    "headlines",
    "headline",
    "bodies",
    "body_html",
    "descriptions",
    "people",
    "subjects",
    "places",
    "associations",
    "renditions",
    "infoSources",
    "by",
    "located",
    "language",
    "altIds",
    "value",
    "role",
    "name",
    "rel",
    "contentType",
    "__proto__",
    "toString",
  ];
  const key = fc.constantFrom(...names);
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom(
        "text",
        "picture",
        "composite",
        "canceled",
        "2021-01-15T10:00:00Z",
        "9999-99-99",
        "<p>x</p>",
        "KYIV (AP) - x",
      ),
      fc.string({ unit: "binary" }),
      fc.double(),
      fc.constant(null),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(key, tie("value"), { maxKeys: 5 }),
    ),
  }));
  fc.assert(
    fc.property(fc.dictionary(key, value, { minKeys: 2, maxKeys: 12 }), (item) =>
      readOrRefuse(() => readNinjs(JSON.stringify(item))),
    ),
    { numRuns: 1500 },
  );
});

test("Every format's reader gives items or an IntakeError for noise and for damaged input of any format", async () => {
  const seeds = FORMATS.flatMap((format) => inputsOf(format).slice(0, 6));
  const format = fc.constantFrom<Format | "auto">(...FORMATS, "auto", "auto", "auto");
  await fc.assert(
    fc.asyncProperty(
      format,
      fc.oneof({ weight: 4, arbitrary: mutated(seeds) }, { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }) }),
      async (as, bytes) => {
        try {
          for await (const item of readItems(bytes, { format: as, name: "fuzz.txt", zone: "UTC" })) {
            if (typeof item.body !== "string") throw new TypeError("an item without a body");
          }
        } catch (error) {
          if (!(error instanceof IntakeError)) throw error;
        }
      },
    ),
    { numRuns: 700 },
  );
});

test("No article that fails the check is written but to the inbox", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dateline-fuzz-"));
  const context = {
    timeZone: "UTC",
    language: "en",
    languages: ["en"],
    sections: new Map([["world", "world"]]),
    topics: new Map<string, string>(),
  };
  const seeds = Object.keys(WIRE_FORMATS).flatMap(inputsOf);
  const inputs = fc.sample(mutated(seeds, 1), { numRuns: 200, seed: 7 });
  inputs.forEach((bytes, index) => {
    writeFileSync(join(folder, `${index}.in`), bytes);
  });
  const to = join(folder, "content");
  let written = 0;
  let waiting = 0;
  const options = {
    paths: [folder],
    format: "auto",
    to,
    cache: join(folder, ".cache"),
    context,
    hasNewsroom: true,
    dryRun: false,
    again: true,
    overwrite: true,
    keepOriginals: false,
    now: Date.UTC(2026, 0, 1),
    standardInput: async () => new Uint8Array(),
  } as const;
  for await (const { outcome } of importAll(options)) if (outcome === "waiting") waiting++;
  for (const file of readdirSync(join(to, "articles"), { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".md")) continue;
    written++;
    const parsed = parseArticle(readFileSync(join(to, "articles", file)), `articles/${file}`, context);
    assert.ok("article" in parsed, `${file}: ${JSON.stringify(parsed)}`);
  }
  assert.ok(written > 10 && waiting > 10, `${written} written, ${waiting} waiting: too few to prove anything`);
  rmSync(folder, { recursive: true });
});
