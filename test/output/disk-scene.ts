/**
 * Run in a mount namespace of its own: publishes edition 1 well, then edition 2 onto a disk that is in some way unfit,
 * and prints what came of it as JSON. Arguments: empty folder, name of the scene.
 */
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { acquireLock } from "../../src/output/lock.ts";
import { selectStaging } from "../../src/output/output.ts";
import { publishStaged } from "../../src/output/publish.ts";
import { recoverPublish } from "../../src/output/recover.ts";
import { differences, edition, readFiles, writeFiles } from "./small-site.ts";

const [folder = "", scene = ""] = process.argv.slice(2);
const disk = join(folder, "disk");
const cache = join(folder, "cache");
const output = join(disk, "dist");
const mount = (...words: readonly string[]): void => void execFileSync("mount", [...words]);

function publish(number: number, staging = selectStaging({ output, cache }), before?: () => void): void {
  recoverPublish({ output, cache });
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  writeFiles(staging, edition(number));
  before?.();
  publishStaged({ staging, output, cache, removals: "all-others", now: 0 });
}

/** Writes until nothing more fits. */
function fill(): void {
  for (const size of [65_536, 4_096, 512]) {
    try {
      for (let index = 0; ; index++) writeFileSync(join(disk, `filler-${size}-${index}`), Buffer.alloc(size));
    } catch {
      // Full for this size.
    }
  }
}

function freeSpace(): void {
  for (const name of readdirSync(disk)) if (name.startsWith("filler")) rmSync(join(disk, name));
}

for (const made of [disk, cache]) mkdirSync(made, { recursive: true });
const SCENES: Readonly<
  Record<string, { readonly arrange: () => void; readonly spoil: () => void; readonly mend: () => void }>
> = {
  "full-on-copy": { arrange: () => mount("-t", "tmpfs", "-o", "size=1m", "none", disk), spoil: fill, mend: freeSpace },
  "full-of-names": {
    arrange: () => mount("-t", "tmpfs", "-o", "nr_inodes=400", "none", disk),
    spoil: () => {
      try {
        for (let index = 0; ; index++) writeFileSync(join(disk, `filler-${index}`), "");
      } catch {
        // No name is left.
      }
    },
    mend: freeSpace,
  },
  "read-only": {
    arrange: () => mount("-t", "tmpfs", "none", disk),
    spoil: () => mount("-o", "remount,ro", disk),
    mend: () => mount("-o", "remount,rw", disk),
  },
  "mount-inside": {
    arrange: () => {},
    spoil: () => mount("-t", "tmpfs", "none", join(output, "assets")),
    mend: () => execFileSync("umount", [join(output, "assets")]),
  },
  "no-permission": {
    arrange: () => execFileSync("chown", ["-R", "65534", folder]),
    spoil: () => chmodSync(output, 0o555),
    mend: () => chmodSync(output, 0o755),
  },
  "no-permission-inside": {
    arrange: () => execFileSync("chown", ["-R", "65534", folder]),
    spoil: () => chmodSync(join(output, "topics"), 0o555),
    mend: () => chmodSync(join(output, "topics"), 0o755),
  },
};

const setting = SCENES[scene];
if (setting === undefined) throw new Error(`no scene ${scene}`);
setting.arrange();
if (scene.startsWith("no-permission")) process.setuid?.(65_534);
const lock = await acquireLock(join(cache, "lock"), { now: 0 });
publish(1);
const before = readFiles(output, true);
let message = "published";
try {
  const staging = scene.startsWith("full") ? join(cache, "staging") : undefined;
  publish(2, staging, setting.spoil);
} catch (error) {
  message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
const after = scene === "mount-inside" ? before : readFiles(output, true);
setting.mend();
const settled = scene === "mount-inside" ? readFiles(output, true) : after;
publish(2);
lock.release();
const left = [...readdirSync(disk), ...readdirSync(cache)].filter(
  (name) => name !== "dist" && name !== "published.json",
);
process.stdout.write(
  JSON.stringify({
    message,
    changed: differences(settled, before),
    afterwards: differences(readFiles(output), edition(2)),
    left,
  }),
);
