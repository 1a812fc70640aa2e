/** From the newsroom's files to the published site: read, plan, draw, publish. The steps stand in `build`, in their order. */
import { mkdirSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { isDamagedState } from "../archive/damaged-state.ts";
import { ProblemError } from "../article/problem.ts";
import { selectMarks } from "../edition/preview-marks.ts";
import { describeWaiting } from "../edition/waiting.ts";
import { EDITION_PARTS } from "../edition/edition-part.ts";
import { selectCardFiles } from "./card-files.ts";
import { drawHere, drawShared } from "./drawing.ts";
import { joinSearch } from "./early-contents.ts";
import { type Folders, HOUSE, stateFolder } from "../newsroom/folders.ts";
import { GROWTH, Workers } from "./workers.ts";
import { selectHostFiles } from "./host-files.ts";
import { acquireLock } from "../output/lock.ts";
import { followOutput, selectStaging } from "../output/output.ts";
import { selectPackageFiles } from "./package-files.ts";
import { findClashes, forgetDrawn, type Part, planDrawing, rememberDrawn } from "./plan.ts";
import { selectRemovals, selectRemoved, shapeKey } from "./removals.ts";
import { describeGone, listPublished, rememberGone } from "./gone-addresses.ts";
import { makeEdition, type LoadedNewsroom, readHere, loadNewsroom, rechoose } from "./newsroom-load.ts";
import { type Progress, SILENT } from "./progress.ts";
import { roomErrorOf } from "../output/publish-error.ts";
import { publishStaged } from "../output/publish.ts";
import { recoverPublish } from "../output/recover.ts";
import { keepSearchFiles, searchCodeKey, selectSearchFiles } from "./search-files.ts";
import { makeAssets, selectMediaFiles } from "./shared-files.ts";
import { writeShared } from "./shared-writer.ts";
import { drawOwnPages, refuseClashes, refuseSharedClashes } from "./own-pages.ts";
import type { Run } from "./render.ts";
import { SINGLE_MOST } from "./single.ts";
import { loadTemplates, underKey } from "./templates.ts";
import { selectWorkerFile } from "./service-worker.ts";

export interface BuildOptions {
  readonly folders: Folders;
  readonly now: number;
  /** Shows drafts and embargoed articles. */
  readonly preview?: boolean;
  /** Draws everything anew. */
  readonly full?: boolean;
  /** Draws everything anew, believes nothing that stands in the output, and puts right what was changed there. */
  readonly mend?: boolean;
  /** Publishes over files that are not ours. */
  readonly force?: boolean;
  /** Processes for large builds; all cores where unset. */
  readonly jobs?: number;
  /** Builds a share of the pages; the first holds the shared files too. Put together, all parts are the whole. */
  readonly part?: Part;
  /** What is left out, to measure, to hurry, or because nobody reads it. */
  readonly without?: readonly BuildPart[];
  /** Leaves the search index as the last build left it, for a preview, which brings it up to date a moment later. */
  readonly searchLater?: boolean;
  /** Milliseconds to wait for another build to end. */
  readonly waitMs?: number;
  readonly progress?: Progress;
}

/** Parts of a build that a newsroom can do without: the search index, the check of links, parts of the edition. */
export const BUILD_PARTS = ["search", "links", ...EDITION_PARTS] as const;
export type BuildPart = (typeof BUILD_PARTS)[number];

export interface BuildReport {
  readonly articles: number;
  readonly pages: number;
  readonly drawn: number;
  readonly written: readonly string[];
  readonly kept: number;
  readonly removed: readonly string[];
  /** Addresses that this build took away with nothing that leads on from them. */
  readonly gone: readonly string[];
  /** Of a preview: why readers do not see an article, by its address. */
  readonly marks?: Readonly<Record<string, string>>;
}

/** Fewer articles or pages than these are not worth a second process. */
const WORTH_SHARING = 3000;
const NEXT = "columns.next";

/** Builds and publishes. Throws ProblemError or PublishError with the output as it was. What was kept and is damaged is made anew. */
export async function build(options: BuildOptions): Promise<BuildReport> {
  const progress = options.progress ?? SILENT;
  let told = false;
  const tellDamage = (): void => {
    if (!told) progress.note(`Part of what ${options.folders.cache} keeps was damaged: it is made anew.`);
    told = true;
  };
  try {
    return await buildOnce(options, progress, tellDamage);
  } catch (error) {
    if (!isDamagedState(error)) throw error;
    tellDamage();
    return await buildOnce({ ...options, full: true }, progress, tellDamage);
  }
}

async function buildOnce(options: BuildOptions, progress: Progress, tellDamage: () => void): Promise<BuildReport> {
  const { now } = options;
  const folders = { ...options.folders, output: followOutput(options.folders.output, progress.note) };
  /** Where is being written: an error without a path is of that disk. */
  let place = folders.cache;
  let waited = false;
  const lock = await acquireLock(join(folders.cache, "lock"), {
    now,
    waitMs: options.waitMs ?? 0,
    onWait: (holder) => {
      waited = true;
      progress.note(`Waiting for ${holder}.`);
    },
  });
  let workers: Workers | undefined;
  const share = () => {
    workers ??= new Workers(options.jobs);
    return workers;
  };
  const jobs = options.jobs ?? availableParallelism();
  const { part } = options;
  const without = new Set(options.without);
  const leftOut = EDITION_PARTS.filter((name) => without.has(name));
  try {
    const trusted = trustsState(folders, options.full === true || options.mend === true);
    progress.phase("Reading");
    const houseTemplates = await loadTemplates();
    const loaded = await loadNewsroom({
      folders,
      now,
      preview: options.preview === true,
      full: !trusted,
      note: progress.note,
      without: leftOut,
      // While another build went on, files may have changed.
      ...(waited ? {} : { findContents: () => joinSearch(folders.content) }),
      tellDamage,
      readMany: (context, files) => {
        if (files >= WORTH_SHARING) boundHeap(GROWTH);
        return files >= WORTH_SHARING && jobs > 1 ? share().readMany(context) : readHere(context);
      },
    });
    const { archive, update } = loaded;
    if (part !== undefined) {
      delete archive.notes.pages;
      delete archive.notes.shared;
    }
    const fresh = archive.notes.pages === undefined;
    const assets = await makeAssets(loaded.newsroom.site, folders.cache, tellDamage);
    const before = archive.notes.pages ?? {};
    const edition = makeEdition(loaded, assets.addresses);
    rechoose(edition, update, fresh);
    const own = await drawOwnPages(edition, folders, houseTemplates);
    const templates = underKey(houseTemplates, own.key);
    const staging = selectStaging(folders);
    const runOf = (pages: number): Run => ({
      edition,
      templates,
      staging,
      root: folders.root ?? HOUSE,
      single: own.config !== undefined || pages <= SINGLE_MOST,
      config: own.config,
    });
    const waiting = options.preview === true ? undefined : describeWaiting(edition);
    if (waiting !== undefined) progress.note(waiting);
    const { length: passed } = loaded.contents.passedOver;
    if (passed > 0)
      progress.note(
        `${passed === 1 ? "1 file or folder is" : `${passed} files or folders are`} passed over; npm run check names ${passed === 1 ? "it" : "them"}.`,
      );
    // What has changed so much is drawn by all; the others make ready while this process plans.
    const many = update.changed.size >= WORTH_SHARING && jobs > 1;
    if (many) readyWorkers(loaded, runOf(update.changed.size), share());
    const plan = planDrawing(edition, templates, before, part);
    const clashes = findClashes(edition, plan);
    if (clashes.length > 0) throw new ProblemError(clashes);
    const shape = shapeKey(edition, templates);
    const reshaped = archive.notes.shape !== shape;
    const removals = selectRemovals({ edition, plan, former: update.former, before, reshaped: reshaped && !fresh });
    refuseClashes(own, edition, plan);

    place = staging;
    rmSync(staging, { recursive: true, force: true });
    mkdirSync(staging, { recursive: true });
    progress.phase("Drawing", plan.draw.length);
    let hashes: ReadonlyMap<string, string>;
    const drawing = { run: runOf(plan.draw.length), plan, progress };
    if (plan.draw.length >= WORTH_SHARING) boundHeap(GROWTH);
    if (plan.draw.length >= WORTH_SHARING && jobs > 1) {
      if (!many) readyWorkers(loaded, drawing.run, share());
      hashes = await drawShared(drawing, share());
    } else hashes = await drawHere(drawing);

    const shared = [
      ...assets.files,
      ...selectMediaFiles(edition, folders.cache, tellDamage),
      ...selectCardFiles(edition, folders.cache, tellDamage),
      ...selectPackageFiles(edition, folders.packages),
      selectHostFiles(edition, assets.addresses),
      selectWorkerFile(edition, plan.prints),
      ...own.files,
      ...(without.has("search")
        ? []
        : options.searchLater === true
          ? keepSearchFiles(edition)
          : selectSearchFiles(edition, searchCodeKey())),
    ];
    const stale = part === undefined || part.index === 1 ? await writeShared(edition, shared, staging, progress) : [];
    refuseSharedClashes(own, archive.notes);
    const gone =
      part !== undefined || options.preview === true
        ? []
        : rememberGone({
            edition,
            removed:
              fresh || reshaped
                ? listPublished(folders.output, archive.notes.shared)
                : selectRemoved({ edition, plan, former: update.former, before }),
            pages: plan.prints,
            former: update.former,
            changed: update.changed,
          });
    if (part === undefined) rememberDrawn(edition, plan, templates);
    else forgetDrawn(edition);
    place = folders.cache;
    archive.notes.shape = shape;
    archive.save(NEXT);
    const state = stateFolder(folders);
    place = folders.output;
    progress.phase("Publishing");
    const published = publishStaged({
      staging,
      output: folders.output,
      cache: folders.cache,
      removals: fresh
        ? "all-others"
        : removals(
            stale,
            Object.values(archive.notes.shared ?? {}).flatMap(({ addresses }) => addresses),
          ),
      hashOf: (address) => hashes.get(address),
      settle: [{ from: join(state, NEXT), to: join(state, "columns") }],
      force: options.force === true,
      mend: options.mend === true,
      // Of a part nobody knows what belongs to the others; a preview is nobody's but the editor's.
      mayEmpty: part !== undefined || options.preview === true,
      now,
      onStep: (done) => progress.step(done),
    });
    edition.archive.sweep();
    for (const line of describeGone(gone)) progress.note(line);
    // A part's links lead to pages of other parts.
    const checks = !without.has("links") && part === undefined;
    if (checks) progress.phase("Checking links");
    if (checks) {
      const { checkPages } = await import("../check/check-pages.ts");
      await checkPages({
        output: folders.output,
        written: [...new Set([...published.written, ...own.hashes.keys()])],
        removed: published.removed,
        site: edition.site,
        note: progress.note,
      });
    }
    return {
      articles: edition.order.length,
      pages: plan.total,
      drawn: plan.draw.length,
      gone: gone.map(([address]) => address),
      ...(options.preview === true && { marks: selectMarks(edition) }),
      ...published,
    };
  } catch (error) {
    throw roomErrorOf(error, place);
  } finally {
    workers?.close();
    // V8 takes what it compiled under these flags for a run under the same flags only.
    boundHeap(0);
    lock.release();
  }
}

/** Has the heap swept before it grows by so many percent, so that a large build is bounded by what is in use; 0 is as V8 sees fit, which is quicker for a small one. */
function boundHeap(percent: number): void {
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}

function trustsState(folders: Folders, full: boolean): boolean {
  const recovery = recoverPublish(folders);
  return !full && recovery !== "unknown";
}

/** Saves what the workers need to draw pages of the edition, and tells them. */
function readyWorkers(loaded: LoadedNewsroom, { edition, templates: _templates, ...run }: Run, workers: Workers): void {
  const { folders, now, preview, without = [] } = loaded.options;
  const { archive, assets, ownPages } = edition;
  archive.notes.standing = loaded.standing;
  archive.notes.assets = assets;
  archive.save(NEXT);
  workers.tell({
    kind: "edition",
    options: { folders, now, preview, without },
    state: NEXT,
    ownPages,
    ...run,
  });
}
