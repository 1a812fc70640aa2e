import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fillMediaIndex } from "../../src/archive/media-index.ts";

test("of files that are neither picture nor sound, those of known kinds are published; none that a browser runs, whatever it begins with", (t) => {
  const content = mkdtempSync(join(tmpdir(), "dateline-media-"));
  t.after(() => rmSync(content, { recursive: true }));
  mkdirSync(join(content, "media"));
  const good = ["a.txt", "a.VTT", "a.srt", "a.md", "a.pdf"];
  const bad = ["a.html", "a.htm", "a.xhtml", "a.xml", "a.js", "a.mjs", "a.css", "a.svgz", "a.swf", "a.txt.html", "a"];
  const begin: Readonly<Record<string, string>> = {
    "a.VTT": "WEBVTT\n",
    "a.srt": "1\n00:00:01,000 --> 00:00:02,000\n",
    "a.pdf": "%PDF-1.7\n",
    "a.html": "%PDF-1.7\n",
    "a.js": "WEBVTT\n",
  };
  const files = [...good, ...bad].map((name) => {
    writeFileSync(join(content, "media", name), `${begin[name] ?? ""}<script>x()</script>`);
    return { path: `media/${name}`, size: 1, modifiedAt: 1, stamp: 1 };
  });
  const { shelf, problems } = fillMediaIndex([...good, ...bad], files, content, {});
  assert.deepEqual([...shelf.attachments.keys()].sort(), [...good].sort());
  assert.deepEqual(problems.map(({ file }) => file.slice("media/".length)).sort(), [...bad].sort());
  assert.ok(problems.every(({ instead }) => instead.includes("PDF")));
});
