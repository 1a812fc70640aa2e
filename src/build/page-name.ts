/** Pages by names that another process understands, which reads the archive as it was just saved: rows are numbered anew there. */
import type { Edition } from "../edition/edition.ts";
import type { PageRef, RowPages } from "../edition/page-ref.ts";
import { type PlannedPage, refOfRow } from "./plan.ts";
import type { Template } from "./templates.ts";

/** The number of its template, and its row in the saved archive or its address. */
export type PageName = readonly [template: number, page: number | string];

/** A function that names pages of an edition whose archive was just saved. */
export function namePages({ archive }: Edition): (page: Pick<PlannedPage, "template" | "ref">) => PageName {
  const order = archive.order();
  const places = new Uint32Array(archive.count);
  for (let place = 0; place < order.length; place++) places[order[place] ?? 0] = place;
  return ({ template, ref }) => [template, ref.row === undefined ? ref.address : (places[ref.row] ?? 0)];
}

/** A function that finds named pages in the edition of the saved archive. Throws RangeError where there is none. */
export function findPages(
  edition: Edition,
  templates: readonly Template[],
): (name: PageName) => Pick<PlannedPage, "template" | "ref"> {
  const kinds = new Map<number, RowPages | ReadonlyMap<string, PageRef>>();
  const kindOf = (template: number): RowPages | ReadonlyMap<string, PageRef> => {
    let kind = kinds.get(template);
    if (kind === undefined) {
      const selected = templates[template]?.page.select(edition) ?? [];
      kind = "printOf" in selected ? selected : new Map(Array.from(selected, (ref) => [ref.address, ref]));
      kinds.set(template, kind);
    }
    return kind;
  };
  return ([template, page]) => {
    const kind = kindOf(template);
    if ("printOf" in kind && typeof page === "number")
      return { template, ref: refOfRow(edition, page, kind, kind.printOf(page)) };
    const ref = "printOf" in kind || typeof page === "number" ? undefined : kind.get(page);
    if (ref === undefined) throw new RangeError(`the saved edition has no page ${page}`);
    return { template, ref };
  };
}
