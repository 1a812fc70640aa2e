/**
 * The thread that looks through the content folder while the code of a build loads: at 100,000 articles one takes as long
 * as the other. The launcher starts it with the arguments of the build, of which it needs one. It says first what parts there
 * are, so that the build can take some of them when it comes to it, and then what it found.
 */
import { parseArgs } from "node:util";
import { parentPort } from "node:worker_threads";
import { claimParts, findContents, selectParts } from "../archive/content-folder.ts";
import type { SharedSearch } from "./early-contents.ts";
import { selectFolders } from "../newsroom/folders.ts";

const { values } = parseArgs({ strict: false, options: { content: { type: "string" } } });
const { content } = selectFolders({ content: typeof values.content === "string" ? values.content : undefined });
const parts = selectParts(content);
const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
parentPort?.postMessage({ content, parts, taken } satisfies SharedSearch);
parentPort?.postMessage(findContents(content, claimParts(parts, taken)));
