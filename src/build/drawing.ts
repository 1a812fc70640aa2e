/** The pages of a plan, slice by slice into staging: in this process alone, or by several that take slices in turn. */
import type { Progress } from "./progress.ts";
import type { DrawTask, FromWorker, Workers } from "./workers.ts";
import { namePages } from "./page-name.ts";
import type { Plan } from "./plan.ts";
import { cutSlices, Renderer, type Run } from "./render.ts";

export interface Drawing {
  readonly run: Run;
  readonly plan: Plan;
  readonly progress: Progress;
}

/** Draws in this process. Gives the SHA-256 of each page by address. */
export async function drawHere({ run, plan, progress }: Drawing): Promise<ReadonlyMap<string, string>> {
  const renderer = new Renderer(run);
  const hashes = new Map<string, string>();
  for (const slice of cutSlices(plan.draw)) {
    const drawn = await renderer.draw(slice);
    for (const [address, hash] of drawn) hashes.set(address, hash);
    progress.step(hashes.size);
  }
  return hashes;
}

/** Draws in this process and in its workers, which were told to make ready the edition whose archive was just saved. */
export async function drawShared(
  { run, plan, progress }: Drawing,
  workers: Workers,
): Promise<ReadonlyMap<string, string>> {
  const slices = cutSlices(plan.draw);
  const name = namePages(run.edition);
  const tasks = slices.map((pages, slice): DrawTask => ({ kind: "draw", slice, pages: pages.map(name) }));
  const renderer = new Renderer(run);
  const own = async (task: DrawTask): Promise<FromWorker> => {
    return { kind: "drawn", hashes: [...(await renderer.draw(slices[task.slice] ?? []))] };
  };
  const hashes = new Map<string, string>();
  await workers.run(tasks, own, (reply) => {
    if (reply.kind !== "drawn") return;
    for (const [address, hash] of reply.hashes) hashes.set(address, hash);
    progress.step(hashes.size);
  });
  return hashes;
}
