/** An error that no editor can be at fault for, in words: what happened, and where in the sources. */
import { existsSync, readFileSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { HOUSE, ROOT } from "../newsroom/folders.ts";

/** Places shown: the one where it happened, and those that led there. */
const SHOWN = 6;
const PLACE = /\(?((?:file:\/\/)?\/?[^()\s]+?):(\d+):(\d+)\)?$/;

const maps = new Map<string, SourceMap | undefined>();

/** The map of a compiled script, which lies beside it. */
function mapOf(script: string): SourceMap | undefined {
  if (!maps.has(script)) {
    const path = `${script}.map`;
    maps.set(
      script,
      existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, "utf8")) as SourceMapPayload) : undefined,
    );
  }
  return maps.get(script);
}

interface Place {
  /** `src/archive/ragged.ts:52`. */
  readonly text: string;
  /** In a newsroom's own code. */
  readonly own: boolean;
}

const SOURCES = /^(?:src\/.*|\.eleventy\.ts)$/;

/** The place that a line of a stack names; undefined for one that is neither in our own code nor in the newsroom's. */
function placeOf(line: string): Place | undefined {
  const [, address = "", row = "", column = ""] = PLACE.exec(line.trim()) ?? [];
  if (address === "") return undefined;
  const script = address.startsWith("file:") ? fileURLToPath(address) : address;
  const entry = mapOf(script)?.findEntry(Number(row) - 1, Number(column) - 1);
  const mapped = entry !== undefined && "originalSource" in entry;
  const source = mapped ? resolve(script, "..", entry.originalSource) : script;
  const below = relative(HOUSE, source);
  const inHouse = SOURCES.test(below);
  const name = inHouse ? below : relative(ROOT, source);
  if (!inHouse && (!SOURCES.test(name) || ROOT === resolve(HOUSE))) return undefined;
  return { text: `${name}:${mapped ? entry.originalLine + 1 : row}`, own: !inHouse };
}

/** The words for an error that is a fault of Dateline itself. The output stands as it was: nothing is published before all is drawn. */
export function renderFault(error: unknown): string {
  const thrown = error instanceof Error ? error : new Error(String(error));
  const stack = (thrown.stack ?? "").split("\n").filter((line) => line.trim().startsWith("at "));
  const places = stack.map(placeOf).filter((place) => place !== undefined);
  const where = places.length > 0 ? places.map(({ text }) => text) : stack.map((line) => line.trim());
  const lines = where.slice(0, SHOWN).map((place) => `  at ${place}`);
  if (places[0]?.own === true)
    return [`The newsroom's own code failed: ${thrown.name}: ${thrown.message}`, ...lines].join("\n");
  return [
    `This is a fault of Dateline, not of what you wrote: ${thrown.name}: ${thrown.message}`,
    ...lines,
    "Please report it with these lines. Until it is mended, npm run build -- --full may lead past it.",
  ].join("\n");
}
