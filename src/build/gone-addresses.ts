/** Addresses of pages that were published and are no more, where nothing leads on from them. */
import { isArticleAddress } from "../article/alias.ts";
import { Archive, FLAGS } from "../archive/archive.ts";
import { keyOf } from "../archive/key.ts";
import type { Gone, Notes } from "../archive/notes.ts";
import type { FormerRow } from "../archive/update-archive.ts";
import type { Edition } from "../edition/edition.ts";
import { type Folders, stateFolder } from "../newsroom/folders.ts";
import { Manifest } from "../output/manifest.ts";
import type { Plan } from "./plan.ts";
import { LIST_FOLDERS } from "../edition/list-kinds.ts";

/** Heads of lists that have a name, and standing pages: what readers keep and link to. Lists of days and months come and go with their articles. */
const KEPT = new RegExp(
  `^(?:[a-z]{2,3}(?:-[a-z0-9]+)*/)?(?:(?:${LIST_FOLDERS.filter((name) => name !== "archive").join("|")})/)?[^/]+\\.html$`,
);

export interface GoneOptions {
  readonly edition: Edition;
  /** Addresses that this build takes away. */
  readonly removed: Iterable<string>;
  /** Addresses of the pages of no article. */
  readonly pages: Readonly<Record<string, number>>;
  readonly former: readonly FormerRow[];
  readonly changed: ReadonlySet<number>;
}

/** All that are gone by now, those that earlier builds took away among them. */
function selectGone(options: GoneOptions): Record<string, Gone> {
  const { edition, pages } = options;
  const { archive } = edition;
  const column = archive.column("addressKey");
  const there = new Set<number>();
  for (let row = 0; row < archive.count; row++) if (!archive.isRemoved(row)) there.add(column[row] ?? 0);
  const gone: Record<string, Gone> = {};
  const isThere = (address: string): boolean => address in pages || there.has(keyOf(address));
  for (const [address, known] of Object.entries(archive.notes.gone ?? {})) if (!isThere(address)) gone[address] = known;
  const lines = describeFormer(options);
  const never = new Set(options.former.flatMap(({ address, published }) => (published ? [] : [address])));
  for (const address of options.removed) {
    if (never.has(address)) continue;
    if (!isArticleAddress(address) && !KEPT.test(address)) continue;
    if (!isThere(address)) gone[address] ??= { at: edition.now, line: lines.get(address) ?? describePage(address) };
  }
  for (const row of options.changed)
    if (((archive.column("flags")[row] ?? 0) & FLAGS.draft) !== 0 && (archive.column("articlePrint")[row] ?? 0) !== 0) {
      const { address, path } = edition.head(row);
      gone[address] = {
        at: edition.now,
        line: `articles/${path}.md is a draft again; to take back what was published, write \`retracted\``,
      };
    }
  return gone;
}

/** Where a line would lead on: in the file whose address changed, or in the new one that has the headline. */
function describeFormer({ edition, former, changed }: GoneOptions): Map<string, string> {
  const { archive } = edition;
  const titles = new Map<number, number>();
  const titleKey = archive.column("titleKey");
  for (const row of changed) titles.set(titleKey[row] ?? 0, row);
  const lines = new Map<string, string>();
  for (const { row, address, titleKey: title } of former) {
    const same = archive.isRemoved(row) ? titles.get(title) : row;
    const line = `aliases: [/${address}]`;
    lines.set(
      address,
      same === undefined
        ? `in the article that stands in its place write \`${line}\``
        : `in articles/${edition.head(same).path}.md write \`${line}\``,
    );
  }
  return lines;
}

function describePage(address: string): string {
  const folder = /(?:^|\/)(topics|authors|sections)\/[^/]+$/.exec(address)?.[1];
  return folder === undefined
    ? `in the page that stands in its place write \`aliases: [/${address}]\``
    : `in ${folder}.yaml, at what stands in its place, write \`aliases: [/${address}]\``;
}

/** What stands in an output and would go with the next build, and what earlier ones took away. */
export function findGone(edition: Edition, plan: Pick<Plan, "prints">, folders: Folders): Record<string, Gone> {
  const state = Archive.load(stateFolder(folders));
  edition.archive.notes.gone = state?.notes.gone ?? {};
  state?.close();
  const removed = listPublished(folders.output, state?.notes.shared);
  return selectGone({ edition, removed, pages: plan.prints, former: [], changed: new Set() });
}

/** Pages that an output holds, but for what was made otherwise, by templates of the newsroom's own. */
export function listPublished(output: string, shared: Notes["shared"] = {}): string[] {
  const others = new Set(Object.values(shared).flatMap(({ addresses }) => addresses));
  const addresses = [...(Manifest.read(output)?.entries() ?? [])].map(([address]) => address);
  return addresses.filter((address) => address.endsWith(".html") && !others.has(address));
}

/** Keeps what is gone for later builds, and gives what this one took away. */
export function rememberGone(options: GoneOptions): [address: string, known: Gone][] {
  const { notes } = options.edition.archive;
  const before = notes.gone ?? {};
  notes.gone = selectGone(options);
  return Object.entries(notes.gone).filter(([address]) => !(address in before));
}

/** Addresses that a build names one by one. */
const SHOWN = 20;

/** Lines for an editor about what a build took away. */
export function describeGone(gone: readonly (readonly [address: string, known: Gone])[]): string[] {
  const lines = gone.slice(0, SHOWN).map(([address, known]) => renderGone(address, known));
  const more = gone.length - SHOWN;
  return more > 0 ? [...lines, `… and ${more} more; npm run check -- --gone names them all`] : lines;
}

/** One line for an editor. */
export function renderGone(address: string, { line }: Gone): string {
  return `${address} was published and is gone, and nothing leads on from it: ${line}.`;
}
