/** `npm start`: the preview. Builds with drafts and embargoed articles shown, serves, and builds again when a file is saved. */
import { type ChildProcess, fork } from "node:child_process";
import { watch } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import DevServer from "@11ty/eleventy-dev-server";
import { HOUSE, LAUNCHER, selectFolders } from "../newsroom/folders.ts";
import { fail } from "./fail.ts";

const HELP = `npm start -- [options]     previews the newsroom at http://localhost:8080/ and reloads as files are saved

  --content DIR   (src/content)      --data DIR   (_data)
  --port N        (8080)             --help

Drafts and embargoed articles are shown, marked. Nothing is written but .cache/preview/. Stop it with Ctrl-C.`;

/** Megabytes: fewer, larger sweeps of young objects. */
const YOUNG = 32;
/** Milliseconds in which several saves count as one. */
const TOGETHER = 40;

/** Folders whose code a running process has already loaded: when they change, a new one builds. */
const CODE = [
  "src/article",
  "src/newsroom",
  "src/archive",
  "src/edition",
  "src/pages",
  "src/components",
  "src/styles",
  "src/feeds",
  "src/search",
  "src/media",
  "src/browser",
  "src/output",
  "src/check",
  "src/build",
];

try {
  const { values } = parseArgs({
    options: {
      content: { type: "string" },
      data: { type: "string" },
      port: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help === true) console.log(HELP);
  else preview(values.content, values.data, Number(values.port ?? 8080));
} catch (error) {
  fail(error);
}

function preview(content: string | undefined, data: string | undefined, port: number): void {
  const cache = join(selectFolders({}).cache, "preview");
  const folders = selectFolders({ content, data, cache, output: join(cache, "dist") });
  const server = DevServer.getServer("dateline", folders.output, { port, showVersion: false, domDiff: false });
  let builder: ChildProcess | undefined;
  let serving = false;
  let again = false;
  let busy = false;

  /** It ends by itself where code does not compile, which it says; the next save starts another. */
  const startBuilder = (): ChildProcess => {
    const started = fork(LAUNCHER, ["preview-build", JSON.stringify(folders)], {
      execArgv: [`--max-semi-space-size=${YOUNG}`],
    });
    started.once("exit", () => {
      if (builder !== started) return;
      builder = undefined;
      busy = false;
      if (again) soon();
      again = false;
    });
    return started;
  };
  const build = (): void => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    builder ??= startBuilder();
    builder.once("message", (written) => {
      busy = false;
      if (!serving) server.serve(port);
      else if (Array.isArray(written) && written.length > 0)
        server.reload({ files: written, subtype: undefined, build: { templates: [] } });
      serving = true;
      if (again) {
        again = false;
        build();
      }
    });
    builder.send("build");
  };
  let timer: NodeJS.Timeout | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(build, TOGETHER);
  };
  for (const folder of [folders.content, folders.data]) watch(folder, { recursive: true }, soon);
  for (const folder of CODE) {
    watch(join(HOUSE, folder), { recursive: true }, () => {
      // What it leaves half done the next build finishes.
      builder?.kill();
      builder = undefined;
      busy = false;
      soon();
    });
  }
  build();
}
