/** What goes from the output: what the last build wrote and this edition does not have any more. */
import { shortAddress } from "../article/address.ts";
import { keyOf } from "../archive/key.ts";
import type { FormerRow } from "../archive/update-archive.ts";
import type { Edition } from "../edition/edition.ts";
import type { Removals } from "../output/publish.ts";
import type { Plan } from "./plan.ts";
import { type Template, templatesKey } from "./templates.ts";

/** A key of all that decides which kinds of page there are, and where. */
export function shapeKey(edition: Edition, templates: readonly Template[]): number {
  const { newsroom, languages, preview, without } = edition;
  const { site, sections } = newsroom;
  return keyOf(JSON.stringify([site, sections, languages, preview, [...without].sort(), templatesKey(templates)]));
}

export interface RemovalsInput {
  readonly edition: Edition;
  readonly plan: Plan;
  readonly former: readonly FormerRow[];
  /** Prints of the pages that the last build drew, by address. */
  readonly before: Readonly<Record<string, number>>;
  /** True where pages of any kind may have other addresses than before. */
  readonly reshaped: boolean;
}

/**
 * A function from the shared files that go, and all that stay, to the removals of a publish. Call before `rememberDrawn`.
 * Where the newsroom stays in shape only what changed is looked at; else everything goes that is not an address of the edition.
 */
export function selectRemovals(input: RemovalsInput): (stale: Iterable<string>, shared: Iterable<string>) => Removals {
  if (!input.reshaped) {
    const gone = selectRemoved(input);
    return (stale) => [...gone, ...stale];
  }
  const pages = [...selectAddresses(input.edition, input.plan)];
  return (_stale, shared) => ({ allBut: [...pages, ...shared] });
}

/** Addresses of all pages of the edition. Reads every article's head. */
export function* selectAddresses(edition: Edition, plan: Plan): Generator<string> {
  yield* Object.keys(plan.prints);
  for (const { addressOf } of plan.rows) for (const row of edition.order) yield addressOf(row);
}

/** Addresses that the last build wrote and this edition does not have any more, by what changed. */
export function selectRemoved({ edition, plan, former, before }: Omit<RemovalsInput, "reshaped">): string[] {
  const gone = new Set<string>();
  for (const address of Object.keys(before)) if (!(address in plan.prints)) gone.add(address);
  for (const { address, shortCode } of former) {
    gone.add(address);
    gone.add(shortAddress(shortCode));
  }
  const articlePrint = edition.archive.column("articlePrint");
  for (let row = 0; row < edition.archive.count; row++) {
    if ((articlePrint[row] ?? 0) === 0 || edition.open[row] === 1 || edition.archive.isRemoved(row)) continue;
    const { address, shortCode } = edition.head(row);
    gone.add(address);
    gone.add(shortAddress(shortCode));
  }
  // What another article now has at the same address stays.
  const shorts = edition.site.shortUrl.as === "pages";
  for (const { row } of former) keep(row);
  // An article's address is read from its head, which a first build need not do.
  if (gone.size > 0) for (const { ref } of plan.draw) gone.delete(ref.address);
  for (const address of gone) if (address in plan.prints) gone.delete(address);
  return [...gone].sort();

  function keep(row: number): void {
    if (edition.open[row] !== 1 || edition.archive.isRemoved(row)) return;
    const { address, shortCode } = edition.head(row);
    gone.delete(address);
    if (shorts) gone.delete(shortAddress(shortCode));
  }
}
