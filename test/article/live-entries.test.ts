import assert from "node:assert/strict";
import test from "node:test";
import { type LivePage, selectLiveEntries } from "../../src/article/live-entries.ts";

const at = (iso: string): number => Date.parse(iso);
const moments = (page: Omit<LivePage, "lang">, zone = "UTC"): string[] =>
  selectLiveEntries({ lang: "en", ...page }, zone).map((entry) => new Date(entry.at).toISOString().slice(0, 16));

const PUBLISHED = at("2031-03-04T21:30Z");

test("a live page with the newest on top is dated back from its update, over midnight", () => {
  const body =
    "Afloat.\n\n## 08:10, Friday: afloat\n\nShe is off.\n\n## 23:05: fog\n\nFog.\n\n- One\n- Two\n\n## 21:30\n\nAground.";
  const page = { body, publishedAt: PUBLISHED, updatedAt: at("2031-03-05T08:14Z") };
  assert.deepEqual(moments(page), ["2031-03-05T08:10", "2031-03-04T23:05", "2031-03-04T21:30"]);
  const [newest, fog] = selectLiveEntries({ lang: "en", ...page }, "UTC");
  assert.equal(newest?.headline, "08:10, Friday: afloat");
  assert.equal(fog?.text, "Fog.\nOne\nTwo");
});

test("a live page with the oldest on top is dated forward from its publication, in the newsroom's own zone", () => {
  const body = "## 22.20 — aground\n\nA.\n\n## 23.50\n\nB.\n\n## 00.15\n\nC.";
  assert.deepEqual(moments({ body, publishedAt: PUBLISHED, updatedAt: at("2031-03-04T23:20Z") }, "Europe/Berlin"), [
    "2031-03-04T21:20",
    "2031-03-04T22:50",
    "2031-03-04T23:15",
  ]);
});

test("subheads without a clock time are no entries", () => {
  assert.deepEqual(
    moments({ body: "## What we know\n\nA.\n\n## 24 dead\n\nB.\n\n## 2031\n\nC.", publishedAt: PUBLISHED }),
    [],
  );
});
