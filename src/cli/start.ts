/** `npm start`: the preview. Builds with drafts and embargoed articles shown, serves, and builds again when a file is saved. */
import { existsSync, readdirSync, watch } from "node:fs";
import { join, resolve } from "node:path";
import { CONFIG_NAMES } from "../build/own-config.ts";
import { bundleScript } from "../build/scripts.ts";
import { HOUSE, selectFolders } from "../newsroom/folders.ts";
import { PreviewBuilder } from "../preview/builder.ts";
import { PreviewServer } from "../preview/preview-server.ts";
import { watchFolders } from "../preview/watch-folders.ts";
import { fail } from "./fail.ts";
import * as cli from "./options.ts";

const OPTIONS = {
  content: cli.CONTENT,
  data: cli.DATA,
  port: { type: "string", value: "N", help: "the port of this machine that it is served at", unset: "8080" },
  host: {
    type: "string",
    value: "[ADDR]",
    help: "open it to the network, at all addresses of this machine or at one: for those only who have the\ntoken that the printed addresses end in",
  },
  help: cli.HELP,
} as const;

const HELP = `npm start -- [options]     previews the newsroom at http://localhost:8080/ and reloads as files are saved

${cli.renderOptions(OPTIONS)}

Drafts, held and expired articles are shown, marked; only browsers on this machine may read them. Nothing is written but
.cache/preview/. Stop it with Ctrl-C.`;

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

interface StartOptions {
  readonly content: string | undefined;
  readonly data: string | undefined;
  readonly port: number;
  readonly host: string | undefined;
}

async function preview({ content, data, port, host }: StartOptions): Promise<void> {
  const cache = join(selectFolders({}).cache, "preview");
  const folders = selectFolders({ content, data, cache, output: join(cache, "dist") });
  const { text: script } = await bundleScript("preview");
  const server = new PreviewServer({ folder: folders.output, port, script, ...(host === undefined ? {} : { host }) });
  let opened: Promise<void> | undefined;
  const builder = new PreviewBuilder(folders, (built) => {
    server.tell(built);
    opened ??= server.open().then(printAddresses, (error: unknown) => {
      fail(error);
      process.exit();
    });
  });
  const warn = (words: string): void => console.error(words);
  // Data in JavaScript is code, which a running process has loaded.
  const isCode = readdirSync(folders.data).some((name) => /\.[cm]?js$/.test(name));
  watchFolders([folders.data], () => (isCode ? builder.renew() : builder.soon()), warn);
  watchFolders([folders.content], () => builder.soon(), warn);
  const root = resolve(folders.root ?? HOUSE);
  const house = CODE.map((folder) => join(HOUSE, folder)).filter((path) => existsSync(path));
  watchFolders([...new Set([...house, ...listOwn(root, folders.content)])], () => builder.renew(), warn);
  watch(root, (_event, name) => {
    if (CONFIG_NAMES.some((known) => known === name)) builder.renew();
  });
  builder.build();
}

/** The folders of a newsroom's own templates, layouts, styles and code: all below `src/` but the content. */
function listOwn(root: string, content: string): string[] {
  const src = join(root, "src");
  if (!existsSync(src)) return [];
  return readdirSync(src, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(src, entry.name))
    .filter((folder) => resolve(folder) !== resolve(content));
}

function printAddresses(addresses: readonly string[]): void {
  const [first = "", ...others] = addresses;
  console.log(`Preview at ${first}`);
  if (!first.includes("token=")) return;
  console.log("Open to the network: whoever has one of these addresses can read drafts and held articles.");
  for (const address of others) console.log(`  ${address}`);
}

/** `--host` by itself is all addresses of the machine. */
function fillHost(args: readonly string[]): string[] {
  return args.flatMap((arg, index) =>
    arg === "--host" && (args[index + 1] ?? "-").startsWith("-") ? [arg, "0.0.0.0"] : [arg],
  );
}

async function run(): Promise<void> {
  const { values } = cli.readOptions(OPTIONS, { args: fillHost(process.argv.slice(2)) });
  if (values.help === true) return console.log(HELP);
  const port = cli.readNumber("--port", values.port ?? "8080", 0, 65_535);
  await preview({ content: values.content, data: values.data, port, host: values.host });
}

run().catch((error: unknown) => fail(error));
