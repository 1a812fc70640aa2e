import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import test from "node:test";
import { faultInLicence, type LockedPackage, parseLock, renderLicencesPage } from "../../src/cli/licences-page.ts";

const HOUSE = resolve(import.meta.dirname, "../..");
const packages = parseLock(readFileSync(join(HOUSE, "package-lock.json"), "utf8"));

test("no package has a licence that is unknown or asks for more than its notice, but for those that are named", () => {
  assert.ok(packages.length > 100);
  assert.deepEqual(
    packages.flatMap((one) => faultInLicence(one) ?? []),
    [],
  );
});

test("docs/licences.md is what package-lock.json says now", () => {
  const page = readFileSync(join(HOUSE, "docs/licences.md"), "utf8");
  assert.equal(page, renderLicencesPage(packages), "stale: npm run docs");
});

test("an unknown, a missing and a copyleft licence are told, a choice with a free one is not", () => {
  const locked = (name: string, licence?: string): LockedPackage => ({
    place: `node_modules/other/node_modules/${name}`,
    version: "1.0.0",
    licence,
    isForTests: false,
  });
  for (const licence of [undefined, "", "GPL-3.0-only", "MPL-2.0", "MIT AND AGPL-3.0-only", "UNLICENSED", "(MIT)"]) {
    assert.match(faultInLicence(locked("quay", licence)) ?? "", /^quay 1\.0\.0 /, licence);
  }
  for (const licence of ["MIT", "MIT AND OFL-1.1", "GPL-2.0-only OR ISC"]) {
    assert.equal(faultInLicence(locked("quay", licence)), undefined, licence);
  }
  assert.equal(faultInLicence(locked("lightningcss-linux-x64-gnu", "MPL-2.0")), undefined);
  assert.notEqual(faultInLicence(locked("lightningcss", "LGPL-3.0-or-later")), undefined);
});
