import assert from "node:assert/strict";
import test from "node:test";
import { Archive } from "../../src/archive/archive.ts";
import { ARTICLE_COLUMNS, type Row } from "../../src/archive/columns.ts";
import { selectOpen } from "../../src/archive/gate.ts";

const NOW = Date.UTC(2031, 4, 6, 12);

function rowOf(values: Partial<Row>): Row {
  const columns = Object.fromEntries(ARTICLE_COLUMNS.map((name) => [name, 0])) as Record<
    (typeof ARTICLE_COLUMNS)[number],
    number
  >;
  const lists = { topics: [], authors: [], related: [], links: [], media: [], aliases: [], filedUnder: {} };
  return {
    ...columns,
    ...lists,
    embargoAt: Number.NEGATIVE_INFINITY,
    expiresAt: Number.POSITIVE_INFINITY,
    head: "{}",
    ...values,
  };
}

function isOpen(values: Partial<Row>): boolean {
  const archive = Archive.empty("");
  archive.put(rowOf(values));
  return selectOpen(archive, { now: NOW, preview: false, future: "hold" })[0] === 1;
}

test("an embargo lifts at its own instant, and an end comes at its own", () => {
  assert.deepEqual(
    [NOW - 1, NOW, NOW + 1].map((embargoAt) => isOpen({ embargoAt })),
    [true, true, false],
  );
  assert.deepEqual(
    [NOW - 1, NOW, NOW + 1].map((expiresAt) => isOpen({ expiresAt })),
    [false, false, true],
  );
  assert.deepEqual(
    [NOW - 1, NOW, NOW + 1].map((publishedAt) => isOpen({ publishedAt })),
    [true, true, false],
  );
});
