/** The process that builds for the preview each time it is told to. It stays, so that the second build is quick. */

import { selectNow } from "../article/instant.ts";
import { ProblemError, renderProblem } from "../article/problem.ts";
import { build } from "../build/build.ts";
import type { Folders } from "../newsroom/folders.ts";

const folders: Folders = JSON.parse(process.argv[2] ?? "{}");

/** Milliseconds without a save after which the search index follows: it may take as long as all other steps together. */
const IDLE = 2000;

async function run(searchLater: boolean): Promise<readonly string[]> {
  const started = performance.now();
  const now = selectNow(undefined, process.env);
  const { written, removed } = await build({ folders, now, preview: true, without: ["links"], searchLater });
  console.log(`${written.length} written, ${removed.length} removed in ${Math.round(performance.now() - started)} ms`);
  return written;
}

function tell(error: unknown): void {
  if (error instanceof ProblemError) console.error(error.problems.map(renderProblem).join("\n"));
  else console.error(error instanceof Error ? error.message : error);
}

/** One build after the other. */
let working: Promise<unknown> = Promise.resolve();
let timer: NodeJS.Timeout | undefined;
let first = true;

process.on("message", () => {
  clearTimeout(timer);
  const searchLater = !first;
  first = false;
  working = working
    .then(() => run(searchLater))
    .catch((error: unknown) => {
      tell(error);
      return [];
    })
    .then((written) => {
      process.send?.(written);
      if (!searchLater) return;
      timer = setTimeout(() => {
        working = working.then(() => run(false)).catch(tell);
      }, IDLE);
    });
});
