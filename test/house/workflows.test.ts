import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import test from "node:test";

const HOUSE = resolve(import.meta.dirname, "../..");
const WORKFLOWS = [".github/workflows", "kit/newsroom/.github/workflows"].flatMap((folder) =>
  readdirSync(join(HOUSE, folder)).map((name) => ({
    name: `${folder}/${name}`,
    text: readFileSync(join(HOUSE, folder, name), "utf8"),
  })),
);

test("every action is pinned by its commit, with the version beside, and is the same one everywhere", () => {
  const pins = new Map<string, string>();
  for (const { name, text } of WORKFLOWS) {
    for (const [, action = "", pin = ""] of text.matchAll(/\buses: *([^@\s]+)(.*)/g)) {
      assert.match(pin, /^@[0-9a-f]{40} # v\d+\.\d+\.\d+$/, `${name}: ${action}${pin}`);
      assert.equal(pins.get(action) ?? pin, pin, `${name}: ${action}`);
      pins.set(action, pin);
    }
  }
  assert.ok(pins.size > 0);
});

test("no job that installs or runs packages may write or publish", () => {
  for (const { name, text } of WORKFLOWS) {
    const [head = "", jobs = ""] = text.split(/^jobs:$/m);
    assert.match(head, /^permissions:\n {2}contents: read$/m, name);
    assert.doesNotMatch(head, /: write/, name);
    for (const job of jobs.split(/^(?= {2}[\w-]+:$)/m)) {
      if (/\bnpm (?:ci|install|run|test)\b|\bnpx /.test(job)) assert.doesNotMatch(job, /: write/, name);
    }
  }
});
