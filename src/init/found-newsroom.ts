/** Makes a newsroom: a folder of its own, with everything a paper needs and nothing of the sample. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { UsageError } from "../article/usage-error.ts";
import { type KitFile, renderKit } from "./kit.ts";
import { type NewsroomPlan } from "./newsroom-plan.ts";
import { packHouse } from "./pack-house.ts";

export interface Founding {
  readonly folder: string;
  readonly plan: NewsroomPlan;
  /** What its package.json is to depend on; the house is packed into the newsroom where unset. */
  readonly dateline?: string | undefined;
  readonly now: number;
}

/** Writes all files and gives their paths below the folder. Throws a `UsageError` where the folder has something in it. */
export function foundNewsroom({ folder, plan, dateline, now }: Founding): readonly string[] {
  const root = resolve(folder);
  if (existsSync(root) && readdirSync(root).some((name) => name !== ".git"))
    throw new UsageError(`${folder} is there already and is not empty; name another folder`);
  mkdirSync(root, { recursive: true });
  const files = renderKit(root, plan, dateline ?? packHouse(root), now);
  for (const file of files) write(root, file);
  mkdirSync(join(root, "src/content/media"), { recursive: true });
  writeFileSync(join(root, "src/content/media/.gitkeep"), "");
  return files.map(({ path }) => path);
}

function write(root: string, { path, text }: KitFile): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
