/** The process that builds for the preview each time it is told to. It stays, so that the second build is quick. */

import { selectNow } from "../article/instant.ts";
import { ProblemError, renderProblem } from "../article/problem.ts";
import { build } from "../publish/build.ts";
import type { Folders } from "../publish/folders.ts";

const folders: Folders = JSON.parse(process.argv[2] ?? "{}");

process.on("message", async () => {
  const started = performance.now();
  try {
    const { written, removed } = await build({ folders, now: selectNow(undefined, process.env), preview: true });
    console.log(
      `${written.length} written, ${removed.length} removed in ${Math.round(performance.now() - started)} ms`,
    );
    process.send?.(written);
  } catch (error) {
    if (error instanceof ProblemError) console.error(error.problems.map(renderProblem).join("\n"));
    else console.error(error instanceof Error ? error.message : error);
    process.send?.([]);
  }
});
