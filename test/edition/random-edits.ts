/** Seeded edits of a newsroom, of every kind that editors, their tools and the clock make. */
import { ARTICLE_EDITS } from "./edits/article-edits.ts";
import { BUILD_EDITS, type Wishes } from "./edits/build-edits.ts";
import { Desk } from "./edits/desk.ts";
import { NEWSROOM_EDITS } from "./edits/newsroom-edits.ts";

export interface Edits {
  /** Makes one edit and says what it was. */
  readonly next: () => string;
  /** From here on edits of files can be taken back by `undo`. */
  readonly begin: () => void;
  readonly undo: () => void;
  /** The moment after the edits so far; epoch milliseconds. */
  readonly now: () => number;
  readonly wishes: Wishes;
}

const KINDS = [ARTICLE_EDITS, NEWSROOM_EDITS, BUILD_EDITS];

/** Edits of the newsroom in `folder` (`content/`, `data/`, `packages/`). All kinds in some order, again and again. */
export function makeEdits(folder: string, seed: number, startAt: number): Edits {
  const desk = new Desk(folder, seed, startAt);
  const wishes: Wishes = { without: [], preview: false };
  const all = KINDS.flatMap((kinds) => Object.entries(kinds));
  let due: typeof all = [];
  return {
    wishes,
    now: () => desk.now,
    begin: () => desk.begin(),
    undo: () => desk.undo(),
    next: () => {
      desk.now += 60_000;
      if (due.length === 0) due = [...all];
      const [[name, edit] = ["nothing", () => {}]] = due.splice(desk.number(due.length), 1);
      edit(desk, wishes);
      return name;
    },
  };
}
