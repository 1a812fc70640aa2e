import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test, { type TestContext } from "node:test";
import { watchFolders } from "../../src/preview/watch-folders.ts";

interface Scene {
  readonly root: string;
  /** As editors write: beside the file, and into its place by rename. */
  readonly save: (name: string) => void;
  /** Does something, and fails where no change is told soon after it. */
  readonly seen: (what: string, change: () => void) => Promise<void>;
}

function watchScene(t: TestContext): Scene {
  const folder = mkdtempSync(join(tmpdir(), "dateline-watch-"));
  const root = join(folder, "content");
  mkdirSync(join(root, "articles/2021"), { recursive: true });
  let told: (() => void) | undefined;
  const watching = watchFolders([root], () => told?.(), assert.fail);
  t.after(() => {
    watching.close();
    rmSync(folder, { recursive: true, force: true });
  });
  let count = 0;
  const save = (name: string): void => {
    const path = join(root, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}~`, `text ${count++}`);
    renameSync(`${path}~`, path);
  };
  const seen = async (what: string, change: () => void): Promise<void> => {
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`not seen: ${what}`)), 5000);
      told = () => {
        clearTimeout(late);
        resolve();
      };
      change();
    });
    // What the same change tells later on is not taken for the next.
    await new Promise((resolve) => {
      let quiet = setTimeout(resolve, 20);
      told = () => {
        clearTimeout(quiet);
        quiet = setTimeout(resolve, 20);
      };
    });
  };
  return { root, save, seen };
}

test("a file saved by rename is seen each time", async (t) => {
  const { save, seen } = watchScene(t);
  for (let time = 1; time <= 10; time++) await seen(`save ${time}`, () => save("articles/2021/one.md"));
});

test("files in folders that are new, moved in, renamed or made again are seen", async (t) => {
  const { root, save, seen } = watchScene(t);
  const elsewhere = join(dirname(root), "elsewhere");
  mkdirSync(join(elsewhere, "deep/deeper"), { recursive: true });
  await seen("new folders", () => {
    for (let index = 0; index < 20; index++) save(`new/${index}/a/b/one.md`);
  });
  for (let index = 0; index < 20; index++) await seen(`in new ${index}`, () => save(`new/${index}/a/b/one.md`));
  await seen("moved in", () => renameSync(elsewhere, join(root, "in")));
  await seen("in moved in", () => save("in/deep/deeper/one.md"));
  await seen("renamed", () => renameSync(join(root, "in"), join(root, "out")));
  await seen("in renamed", () => save("out/deep/deeper/one.md"));
  await seen("deleted", () => rmSync(join(root, "out"), { recursive: true }));
  await seen("made again", () => save("out/deep/deeper/one.md"));
  await seen("in made again", () => save("out/deep/deeper/one.md"));
  await seen("the whole content taken away", () => renameSync(root, elsewhere));
  await seen("and made anew", () => save("articles/2022/two.md"));
  await seen("in what was made anew", () => save("articles/2022/two.md"));
});
