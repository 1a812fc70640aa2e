import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import test, { type TestContext } from "node:test";
import { setTimeout } from "node:timers/promises";
import { articleFile, openTinyNewsroom } from "../build/tiny-newsroom.ts";

const LAUNCHER = resolve(import.meta.dirname, "../../src/cli/dateline.js");
/** Milliseconds until a build has ended, on a machine that does much else. */
const PATIENCE = 60_000;

/** Starts the preview of a newsroom; gives its address, and what it says. */
async function startPreview(t: TestContext, folder: string): Promise<{ address: string; said: () => string }> {
  const folders = ["--content", join(folder, "content"), "--data", join(folder, "data")];
  const child = spawn(process.execPath, [LAUNCHER, "start", ...folders, "--port", "18080"], { cwd: folder });
  t.after(async () => {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => {
      said += data.toString();
    });
  await until(
    () => said.includes("Preview at"),
    () => said,
  );
  return { address: /http:\S+/.exec(said)?.[0] ?? "", said: () => said };
}

async function until(holds: () => boolean | Promise<boolean>, words: () => string): Promise<void> {
  const late = performance.now() + PATIENCE;
  while (!(await holds())) {
    assert.ok(performance.now() < late, words());
    await setTimeout(50);
  }
}

test("the preview follows saves by rename, a burst of them and a renamed folder, tells what is wrong, and goes on", async (t) => {
  const { folder, write } = openTinyNewsroom(t, {
    // A newsroom of its own, with a cache of its own.
    "_data/site.yaml": "title: The Tiny Post\n",
    "content/articles/2021/one.md": articleFile("One", "2021-01-15"),
  });
  const { address, said } = await startPreview(t, folder);
  const textAt = async (path: string): Promise<string> => (await fetch(`${address}${path}`)).text();
  const shows = (path: string, words: string): Promise<void> =>
    until(
      async () => (await textAt(path)).includes(words),
      () => `${path} never had ${words}:\n${said()}`,
    );
  const save = (name: string, text: string): void => {
    const path = join(folder, "content/articles", name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}~`, text);
    renameSync(`${path}~`, path);
  };
  for (const words of ["First words", "Second words", "Third words"]) {
    save("2021/one.md", articleFile("One", "2021-01-15", "", words));
    await shows("2021/01/15/one.html", words);
  }
  for (let time = 0; time < 500; time++)
    save(`2022/${time % 25}.md`, articleFile(`Story ${time}`, "2022-02-03", "draft: true\n", `Version ${time}.`));
  for (const last of [475, 499]) await shows(`2022/02/03/${last % 25}.html`, `Version ${last}.`);
  renameSync(join(folder, "content/articles/2022"), join(folder, "content/articles/drafts"));
  save("drafts/24.md", articleFile("Story", "2022-02-03", "draft: true\n", "After the folder was renamed."));
  await shows("2022/02/03/24.html", "After the folder was renamed.");
  write("content/articles/2021/two.md", "---\ntitel: Two\n---\n");
  await until(() => said().includes("two.md:2"), said);
  write("content/articles/2021/two.md", articleFile("Two", "2021-01-16"));
  await shows("2021/01/16/two.html", "Text of Two.");
});
