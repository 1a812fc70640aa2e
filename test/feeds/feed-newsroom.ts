/** The newsroom of `fixtures/newsroom`, copied to a folder of its own and built there. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BuildReport, build } from "../../src/build/build.ts";

const FIXTURE = join(import.meta.dirname, "fixtures/newsroom");
const TONE = join(import.meta.dirname, "../media/fixtures/constant.mp3");

export interface FeedNewsroom {
  readonly folder: string;
  readonly build: (now: number, output?: string) => Promise<BuildReport>;
  /** A published file's text. */
  readonly read: (address: string, output?: string) => string;
  /** Addresses of all published files, sorted. */
  readonly list: (output?: string) => string[];
  readonly edit: (file: string, change: (text: string) => string) => void;
  readonly remove: () => void;
}

export const NOW = Date.UTC(2021, 1, 10, 12);

export function makeNewsroom(): FeedNewsroom {
  const folder = mkdtempSync(join(tmpdir(), "dateline-feeds-"));
  cpSync(join(FIXTURE, "content"), join(folder, "content"), { recursive: true });
  cpSync(join(FIXTURE, "data"), join(folder, "data"), { recursive: true });
  cpSync(TONE, join(folder, "content/media/tone.mp3"));
  return {
    folder,
    build: (now, output = "dist") =>
      build({
        folders: {
          content: join(folder, "content"),
          data: join(folder, "data"),
          output: join(folder, output),
          cache: join(folder, `${output}-cache`),
        },
        now,
        jobs: 1,
      }),
    read: (address, output = "dist") => readFileSync(join(folder, output, address), "utf8"),
    list: (output = "dist") =>
      readdirSync(join(folder, output), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, output).length + 1))
        .sort(),
    edit: (file, change) => {
      const path = join(folder, file);
      let text = "";
      try {
        text = readFileSync(path, "utf8");
      } catch {
        // A new file begins empty.
      }
      writeFileSync(path, change(text));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
