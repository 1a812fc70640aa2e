import assert from "node:assert/strict";
import test from "node:test";
import { renderDifference } from "../expected.ts";

test("what differs from an expected file is shown in short, long lines broken at their tags", () => {
  const page = (word: string) =>
    `<ul>${Array.from({ length: 300 }, (_item, at) => `<li>${at === 150 ? word : at}</li>`).join("")}</ul>\n`;
  assert.equal(renderDifference(page("a"), page("b")), "@ line 301\n </li>\n-<li>a\n+<li>b\n </li>");
  const all = renderDifference(page("a").replaceAll("<li>", "<p>"), page("a"));
  assert.equal(all.split("\n").length, 41);
  assert.match(all, /… and \d+ lines more$/);
});
