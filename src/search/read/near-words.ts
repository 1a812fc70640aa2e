/** Words that a reader may have meant: those that begin as typed, and those one slip away. */
import type { Form, Segment } from "./segment.ts";

/** Shorter words are neither finished nor mended: too many would fit. Scripts without spaces need fewer letters. */
const LEAST_LETTERS = 3;
const LEAST_TO_MEND = 4;
/** Words that one unfinished word may stand for, the most used first. */
const MOST_FORMS = 16;
const DENSE_SCRIPT = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}]/u;

/** The same words of several segments as one. */
function gather(lists: readonly (readonly Form[])[]): Form[] {
  const uses = new Map<string, number>();
  for (const list of lists) for (const { form, uses: count } of list) uses.set(form, (uses.get(form) ?? 0) + count);
  return [...uses].map(([form, count]) => ({ form, uses: count }));
}

function byUse(a: Form, b: Form): number {
  return b.uses - a.uses || (a.form < b.form ? -1 : 1);
}

/** The most used words that begin with `prefix`, a folded word. */
export async function selectCompletions(segments: readonly Segment[], prefix: string): Promise<Form[]> {
  if ([...prefix].length < (DENSE_SCRIPT.test(prefix) ? 1 : LEAST_LETTERS)) return [];
  const lists = await Promise.all(segments.map((segment) => segment.formsFrom(prefix)));
  return gather(lists).sort(byUse).slice(0, MOST_FORMS);
}

/**
 * True where one slip makes `b` of `a`: a letter left out, put in, or replaced, or two neighbours swapped (the restricted
 * distance of Damerau, 1964, is exactly 1).
 */
export function isOneSlip(a: string, b: string): boolean {
  const longer = [...(a.length >= b.length ? a : b)];
  const shorter = [...(a.length >= b.length ? b : a)];
  if (longer.length - shorter.length > 1) return false;
  let start = 0;
  while (start < shorter.length && longer[start] === shorter[start]) start++;
  let end = 0;
  while (end < shorter.length - start && longer[longer.length - 1 - end] === shorter[shorter.length - 1 - end]) end++;
  const left = longer.length - start - end;
  if (longer.length > shorter.length) return left === 1;
  if (left === 1) return true;
  return left === 2 && longer[start] === shorter[start + 1] && longer[start + 1] === shorter[start];
}

/**
 * The most used word that is one slip away from `word`, a folded word. A slip leaves either the first or the second half
 * as it is, so two narrow looks suffice: at the words that begin with the first half, and at those that end with the
 * second; a swap across the middle is looked for by itself.
 */
export async function selectMended(segments: readonly Segment[], word: string): Promise<Form | undefined> {
  const letters = [...word];
  if (letters.length < LEAST_TO_MEND || /\d/.test(word)) return undefined;
  const half = letters.length >> 1;
  const first = letters.slice(0, half).join("");
  const second = letters.slice(half).join("");
  const swapped = [...letters.slice(0, half - 1), letters[half] ?? "", letters[half - 1] ?? ""].join("");
  const lists = await Promise.all(
    segments.flatMap((segment) => [segment.formsFrom(first), segment.formsTo(second), segment.formsFrom(swapped)]),
  );
  // A word that both looks find must not count twice.
  const uses = new Map<string, number>();
  for (const list of lists) {
    for (const form of list)
      if (isOneSlip(word, form.form)) uses.set(form.form, Math.max(uses.get(form.form) ?? 0, form.uses));
  }
  return [...uses].map(([form, count]) => ({ form, uses: count })).sort(byUse)[0];
}
