/** The pages of a plan, slice by slice into staging: in this process alone, or by several that take slices in turn. */
import type { Edition } from "../edition/edition.ts";
import { PageWriter } from "../pages/page-writer.ts";
import type { Progress } from "./progress.ts";
import type { DrawTask, FromWorker, Workers } from "./workers.ts";
import { namePages } from "./page-name.ts";
import type { Plan } from "./plan.ts";
import { cutSlices, renderPages } from "./render.ts";
import type { Template } from "./templates.ts";

export interface Drawing {
  readonly edition: Edition;
  readonly plan: Plan;
  readonly templates: readonly Template[];
  readonly staging: string;
  readonly progress: Progress;
}

/** Draws in this process. Gives the SHA-256 of each page by address. */
export async function drawHere(drawing: Drawing): Promise<ReadonlyMap<string, string>> {
  const { edition, plan, templates, staging, progress } = drawing;
  const writer = new PageWriter(staging);
  const hashes = new Map<string, string>();
  for (const slice of cutSlices(plan.draw)) {
    const drawn = await renderPages(edition, slice, templates, writer);
    for (const [address, hash] of drawn) hashes.set(address, hash);
    progress.step(hashes.size);
  }
  return hashes;
}

/** Draws in this process and in its workers, which were told to make ready the edition whose archive was just saved. */
export async function drawShared(drawing: Drawing, workers: Workers): Promise<ReadonlyMap<string, string>> {
  const { edition, plan, templates, staging, progress } = drawing;
  const slices = cutSlices(plan.draw);
  const name = namePages(edition);
  const tasks = slices.map((pages, slice): DrawTask => ({ kind: "draw", slice, pages: pages.map(name) }));
  const writer = new PageWriter(staging);
  const own = async (task: DrawTask): Promise<FromWorker> => {
    return { kind: "drawn", hashes: [...(await renderPages(edition, slices[task.slice] ?? [], templates, writer))] };
  };
  const hashes = new Map<string, string>();
  await workers.run(tasks, own, (reply) => {
    if (reply.kind !== "drawn") return;
    for (const [address, hash] of reply.hashes) hashes.set(address, hash);
    progress.step(hashes.size);
  });
  return hashes;
}
