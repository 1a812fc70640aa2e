/** The process that builds for the preview each time it is told to. It stays, so that the second build is quick. */

import { selectNow } from "../article/instant.ts";
import { ProblemError, renderProblem } from "../article/problem.ts";
import { build } from "../build/build.ts";
import type { Folders } from "../newsroom/folders.ts";
import { PublishError } from "../output/publish-error.ts";
import type { PreviewBuild } from "../preview/builder.ts";
import { renderFault } from "./fault.ts";

const folders: Folders = JSON.parse(process.argv[2] ?? "{}");

/** Milliseconds without a save after which the search index follows: it may take as long as all other steps together. */
const IDLE = 2000;

async function run(searchLater: boolean): Promise<PreviewBuild> {
  const started = performance.now();
  const now = selectNow(undefined, process.env);
  const { written, removed, marks } = await build({ folders, now, preview: true, without: ["links"], searchLater });
  console.log(`${written.length} written, ${removed.length} removed in ${Math.round(performance.now() - started)} ms`);
  return { changed: [...written, ...removed], problems: [], ...(marks !== undefined && { marks }) };
}

/** Says why nothing was written, here and to whoever looks at the preview. */
function tell(error: unknown): PreviewBuild {
  if (error instanceof ProblemError) {
    console.error(error.problems.map(renderProblem).join("\n"));
    return { changed: [], problems: error.problems };
  }
  const fault = error instanceof PublishError ? error.message : renderFault(error);
  console.error(fault);
  return {
    changed: [],
    problems: [{ file: "the build", fault, instead: "The terminal has more; save again when it is mended." }],
  };
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
    .catch(tell)
    .then((built) => {
      process.send?.(built);
      if (!searchLater || built.problems.length > 0) return;
      timer = setTimeout(() => {
        working = working.then(() => run(false)).catch(tell);
      }, IDLE);
    });
});
