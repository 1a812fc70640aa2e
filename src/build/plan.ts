/** Which pages are to be drawn: those whose print, with the code behind it, is not what the last build drew; and which files go. */
import type { Problem } from "../article/problem.ts";
import { isArticlePage, selectAliases, WRITTEN } from "../edition/alias-view.ts";
import type { Edition } from "../edition/edition.ts";
import { foldKey } from "../archive/key.ts";
import type { PageRef, RowPages } from "../edition/page-ref.ts";
import type { Template } from "./templates.ts";

export interface PlannedPage {
  readonly template: number;
  readonly ref: PageRef;
  /** Print of the page with the key of its code. */
  readonly print: number;
}

export interface Plan {
  readonly draw: readonly PlannedPage[];
  /** All pages of the edition. */
  readonly total: number;
  /** Prints of the pages that belong to no row, by address: for the next build. */
  readonly prints: Readonly<Record<string, number>>;
  /** Addresses of pages that editors wrote as former ones. */
  readonly clashes: readonly string[];
  /** The kinds of page of which each row that is in has one. */
  readonly rows: readonly RowPages[];
}

/** The column that holds the last print of a row's page, by kind. */
const ROW_COLUMNS = { article: "articlePrint", short: "shortPrint" } as const;

function columnOf(kind: string): (typeof ROW_COLUMNS)[keyof typeof ROW_COLUMNS] | undefined {
  return kind === "article" || kind === "short" ? ROW_COLUMNS[kind] : undefined;
}

/** Compares every page of the edition with what was drawn last; with `all`, every page is drawn. Changes nothing. */
export function planPages(
  edition: Edition,
  templates: readonly Template[],
  before: Readonly<Record<string, number>>,
  all = false,
): Plan {
  const draw: PlannedPage[] = [];
  const prints: Record<string, number> = {};
  const clashes: string[] = [];
  const rows: RowPages[] = [];
  let total = 0;
  // Where a page stands nothing leads on, so what leads on comes last.
  const inOrder = [...templates.entries()].sort(([, one], [, other]) => rankOf(one) - rankOf(other));
  for (const [template, { page, codeKey }] of inOrder) {
    const selected = page.select(edition);
    if ("printOf" in selected) {
      rows.push(selected);
      const column = edition.archive.column(columnOf(page.kind) ?? refuseKind(page.kind));
      for (let index = 0; index < edition.order.length; index++) {
        const row = edition.order[index] ?? 0;
        const own = selected.printOf(row);
        const print = foldKey(codeKey, own);
        if (all || column[row] !== print) draw.push({ template, ref: refOfRow(edition, row, selected, own), print });
      }
      total += edition.order.length;
    } else {
      for (const ref of selected) {
        const isAlias = page.kind === "alias";
        if (isAlias && (ref.address.toLowerCase() in prints || isArticlePage(edition, ref.address))) {
          if (ref.name === WRITTEN) clashes.push(ref.address);
          continue;
        }
        const print = foldKey(codeKey, ref.print);
        prints[ref.address] = print;
        total++;
        if (all || before[ref.address] !== print) draw.push({ template, ref, print });
      }
    }
  }
  return { draw, total, prints, clashes, rows };
}

const rankOf = ({ page }: Template): number => (page.kind === "alias" ? 1 : 0);

/** What editors must mend where a former address is that of a page. */
export function findClashes(edition: Edition, { clashes }: Plan): Problem[] {
  const aliases = selectAliases(edition);
  return clashes.flatMap((address) => {
    const written = aliases.get(address)?.written;
    return written === undefined
      ? []
      : [
          {
            ...written,
            found: address,
            fault: "is the address of a page of this site",
            instead: "Take it out of `aliases`.",
          },
        ];
  });
}

/** An article's address is read from its head, which only the pages that are drawn need. */
export function refOfRow(edition: Edition, row: number, { addressOf, weight = 1 }: RowPages, print: number): PageRef {
  return {
    row,
    weight,
    lang: edition.langOf(row),
    print,
    get address() {
      return addressOf(row);
    },
  };
}

function refuseKind(kind: string): never {
  throw new RangeError(`the archive has no column for the pages of kind ${kind}`);
}

/** A share of an edition's pages, for one of several machines: `index` counts from 1. */
export interface Part {
  readonly index: number;
  readonly of: number;
}

/** The pages of a part: of each kind as many as of any other part, neighbours together, since they name one another. */
export function selectPart(plan: Plan, { index, of }: Part): Plan {
  const counts = new Map<number, number>();
  for (const { template } of plan.draw) counts.set(template, (counts.get(template) ?? 0) + 1);
  const seen = new Map<number, number>();
  const draw = plan.draw.filter(({ template }) => {
    const before = seen.get(template) ?? 0;
    seen.set(template, before + 1);
    return Math.floor((before * of) / (counts.get(template) ?? 1)) === index - 1;
  });
  return { ...plan, draw };
}

/** What a build draws: the pages that changed, or all pages of a part. */
export function planDrawing(
  edition: Edition,
  templates: readonly Template[],
  before: Readonly<Record<string, number>>,
  part: Part | undefined,
): Plan {
  return part === undefined
    ? planPages(edition, templates, before)
    : selectPart(planPages(edition, templates, before, true), part);
}

/** After a part the archive knows what was read, but of no page that it stands in an output. */
export function forgetDrawn({ archive }: Edition): void {
  for (const name of ["articlePrint", "shortPrint", "wasOpen"] as const) archive.column(name).fill(0);
  delete archive.notes.pages;
  delete archive.notes.shared;
}

/** Notes in the archive what was drawn, so that the next build need not draw it again. */
export function rememberDrawn(edition: Edition, plan: Plan, templates: readonly Template[]): void {
  const { archive, open } = edition;
  for (const { template, ref, print } of plan.draw) {
    const name = columnOf(templates[template]?.page.kind ?? "");
    if (name !== undefined && ref.row !== undefined) archive.column(name)[ref.row] = print;
  }
  const [article, short, wasOpen] = [
    archive.column("articlePrint"),
    archive.column("shortPrint"),
    archive.column("wasOpen"),
  ];
  for (let row = 0; row < archive.count; row++) {
    const isOpen = open[row] === 1;
    wasOpen[row] = isOpen ? 1 : 0;
    if (!isOpen) {
      article[row] = 0;
      short[row] = 0;
    }
  }
  archive.notes.pages = plan.prints;
}
