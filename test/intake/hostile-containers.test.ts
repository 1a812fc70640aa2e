import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import "../fixed-seed.ts";
import { zipSync } from "fflate";
import { IntakeError } from "../../src/intake/intake-error.ts";
import { readItems } from "../../src/intake/import/read-item.ts";
import { FORMATS } from "../../src/intake/import/recognise.ts";
import { nameFault } from "../../src/intake/import/unpack.ts";

const CLI = join(import.meta.dirname, "..", "..", "src", "cli", "import.ts");
/** What each of these inputs may cost. */
const MILLISECONDS = 5000;
const MEGABYTES = 512;

/** Imports a file in a process of its own, with a heap of 512 MB, and gives what it said. */
function importFile(context: TestContext, name: string, content: Uint8Array | string) {
  const root = mkdtempSync(join(tmpdir(), "hostile-"));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  writeFileSync(join(root, name), content);
  // Time on the processor, not on the wall: tests run side by side.
  const report =
    "process.on('exit', () => { const used = process.resourceUsage(); process.stderr.write('\\nPEAK ' + Math.round(used.maxRSS / 1024) + ' ' + Math.round((used.userCPUTime + used.systemCPUTime) / 1000)) })";
  const args = [
    "--import",
    "tsx",
    "--import",
    `data:text/javascript,${encodeURIComponent(report)}`,
    CLI,
    join(root, name),
    "--to",
    join(root, "content"),
    "--cache",
    join(root, "cache"),
  ];
  const { status, stderr, stdout } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    cwd: join(import.meta.dirname, "..", ".."),
  });
  const [, peak, milliseconds] = /PEAK (\d+) (\d+)/.exec(stderr) ?? [];
  return { status, said: stderr + stdout, milliseconds: Number(milliseconds), peak: Number(peak), root };
}

function refused(context: TestContext, name: string, content: Uint8Array | string, expected: RegExp): void {
  const { status, said, milliseconds, peak, root } = importFile(context, name, content);
  assert.match(said, expected);
  assert.equal(status, 1);
  assert.ok(milliseconds < MILLISECONDS, `${milliseconds} ms`);
  assert.ok(peak < MEGABYTES, `${peak} MB`);
  assert.equal(existsSync(join(root, "content", "articles")), false);
}

test("a gzip bomb is refused", (context) => {
  refused(context, "bomb.html.gz", gzipSync(Buffer.alloc(200_000_000)), /unpacks to far more than it holds/);
});

test("path names that climb out of a zip are refused and nothing is written there", (context) => {
  const text = Buffer.from("---\ntitle: X\n---\nText");
  const zip = zipSync({ "../../climbed.md": text, "/absolute.md": text, "C:\\windows.md": text });
  const { status, said, root } = importFile(context, "climb.zip", zip);
  assert.equal(status, 1);
  assert.match(said, /climbs out of the zip/);
  assert.match(said, /absolute path/);
  assert.equal(existsSync(join(root, "..", "climbed.md")), false);
  assert.deepEqual(
    readdirSync(root).sort(),
    readdirSync(root).filter((name) => ["cache", "climb.zip", "content"].includes(name)),
  );
});

test("names in zips: what climbs, is absolute or holds control characters is refused", () => {
  for (const name of ["../a", "a/../../b", "..\\a", "/a", "\\a", "C:/a", "a\u0000b", "a".repeat(2000)])
    assert.notEqual(nameFault(name), undefined, name);
  for (const name of ["a", "a/b.md", "a..b/c", "Ünïcode/…md"]) assert.equal(nameFault(name), undefined, name);
});

test("20 MB of one line, below the limit of a file, are refused as a wire text", (context) => {
  refused(context, "line.txt", Buffer.alloc(20_000_000, "a"), /of text in one wire text/);
});

test("JSON nested 600,000 deep is refused", (context) => {
  refused(context, "deep.json", '{"headline":'.repeat(600_000), /nested more than \d+ deep/);
});

test("ten thousand nested elements and entity bombs in a feed are refused", (context) => {
  refused(context, "deep.xml", `<rss version="2.0"><channel>${"<a>".repeat(10_000)}`, /nested more than \d+ deep/);
  const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "${"ha".repeat(1000)}"><!ENTITY b "${"&a;".repeat(1000)}"><!ENTITY c "${"&b;".repeat(1000)}">]><rss version="2.0"><channel><item><title>&c;</title></item></channel></rss>`;
  refused(context, "bomb.xml", bomb, /entit/);
  const outside =
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]><rss version="2.0"><channel><item><title>&a;</title></item></channel></rss>';
  refused(context, "outside.xml", outside, /entit/);
});

test("an alias bomb and executable front matter are refused", (context) => {
  const aliases = Array.from(
    { length: 9 },
    (_, index) =>
      `a${index + 1}: &a${index + 1} [${Array(10)
        .fill(index === 0 ? "lol" : `*a${index}`)
        .join(", ")}]`,
  );
  refused(context, "bomb.md", `---\n${aliases.join("\n")}\ntags: *a9\n---\nText`, /more than 20,000 values/);
  refused(context, "code.md", "---js\n{title: require('fs')}\n---\nText", /could run as a program/);
});

/** Text that looks like the formats without being one. */
const pieces = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.constantFrom(
        "---\n",
        "+++\n",
        "{",
        "}",
        "[",
        "]",
        '"posts":[',
        '"items":[',
        '"headline":',
        "<rss>",
        "<channel>",
        "<item>",
        "</item>",
        "<feed xmlns='http://www.w3.org/2005/Atom'>",
        "<entry>",
        "<nitf>",
        "<newsItem>",
        "<p>",
        "</p>",
        "title: x\n",
        "date: 2021-01-15\n",
        "\n\n",
        "\u0001",
        "\u0002",
        "\u0003",
        "\u0016\u0016\u0001",
        "&amp;",
        "&x;",
        "<![CDATA[",
        "]]>",
        '{{< figure src="a" >}}',
        "{% raw %}",
        "[caption]",
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n",
        "LONDON, Jan 15 (Reuters) - ",
        "![a](b)",
        "#",
        "*",
        "`",
      ),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(""));

for (const format of ["auto", ...FORMATS] as const) {
  test(`${format}: whatever comes in, items come out or an error of our own`, async () => {
    await fc.assert(
      fc.asyncProperty(pieces, async (text) => {
        try {
          let count = 0;
          for await (const item of readItems(Buffer.from(text), { format, name: "x.md", zone: "UTC" })) {
            count++;
            assert.equal(typeof item.body, "string");
          }
          assert.ok(count > 0);
        } catch (error) {
          assert.ok(error instanceof IntakeError, `${String(error)}\n${error instanceof Error ? error.stack : ""}`);
        }
      }),
      { numRuns: 150 },
    );
  });
}

test("documents of the archive formats, cut and spliced at random, give items or an error of our own", async () => {
  const fixtures = join(import.meta.dirname, "fixtures");
  const documents = ["rss", "wxr", "ghost", "md"].flatMap((format) =>
    readdirSync(join(fixtures, format)).flatMap((name) =>
      readdirSync(join(fixtures, format, name))
        .filter((file) => file.startsWith("input."))
        .map((file) => readFileSync(join(fixtures, format, name, file), "utf8")),
    ),
  );
  const damage = fc.record({
    document: fc.constantFrom(...documents),
    from: fc.nat(5000),
    length: fc.nat(300),
    put: pieces,
  });
  await fc.assert(
    fc.asyncProperty(damage, async ({ document, from, length, put }) => {
      const at = from % document.length;
      try {
        const cut = document.slice(0, at) + put + document.slice(at + length);
        for await (const item of readItems(Buffer.from(cut), { format: "auto", name: "x.md", zone: "UTC" })) {
          assert.equal(typeof item.body, "string");
        }
      } catch (error) {
        assert.ok(error instanceof IntakeError, `${String(error)}\n${error instanceof Error ? error.stack : ""}`);
      }
    }),
    { numRuns: 400 },
  );
});
