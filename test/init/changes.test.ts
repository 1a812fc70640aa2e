import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { selectChanges } from "../../src/init/changes.ts";

const CHANGELOG = "# Changes\n\n## 0.10.0\n- Ten.\n\n## 0.2.0\n- Two.\n\n## 0.1.0\n- One.\n";

test("an upgrade tells what lies between two versions, by their numbers, and not the version that was there", () => {
  assert.equal(selectChanges(CHANGELOG, "0.1.0", "0.10.0"), "## 0.10.0\n- Ten.\n\n## 0.2.0\n- Two.");
  assert.equal(selectChanges(CHANGELOG, "0.2.0", "0.2.0"), "");
});

test("the changelog has a section for the version of the package", () => {
  const house = new URL("../../", import.meta.url);
  const { version } = JSON.parse(readFileSync(new URL("package.json", house), "utf8"));
  assert.match(
    readFileSync(new URL("CHANGELOG.md", house), "utf8"),
    new RegExp(`^## ${version.replaceAll(".", "\\.")}$`, "m"),
  );
});
