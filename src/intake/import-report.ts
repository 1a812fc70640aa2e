/** What the import command prints: a line of JSON, or words for an editor. */

import type { Dateline } from "../article/article.ts";
import { renderDateline } from "../article/dateline.ts";
import type { ImportedItem, Outcome } from "./import.ts";

/** `{input, output, front, body, text, confidence, notes}` on one line. Why an item needs an editor stands first in `notes`. */
export function renderJsonLine({ input, output, front, body, text, confidence, notes, needs }: ImportedItem): string {
  const reasons = needs.map((need) => `Needs an editor: ${need}.`);
  return JSON.stringify({
    input,
    output: output ?? null,
    front,
    body,
    text,
    confidence,
    notes: [...reasons, ...notes],
  });
}

const WORDS: Readonly<Record<Outcome, string>> = {
  new: "new",
  updated: "updated",
  unchanged: "unchanged",
  retracted: "retracted",
  waiting: "needs an editor",
  failed: "could not be read",
  left: "left out",
};

function describe(value: unknown): string {
  if (typeof value === "string" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.map(describe).join(" · ");
  if (typeof value !== "object" || value === null) return "";
  if ("place" in value) return renderDateline(value as Dateline);
  if ("title" in value) return describe(value.title);
  return Object.values(value).map(describe).join(", ");
}

function shorten(text: string): string {
  return text.length > 110 ? `${text.slice(0, 109)}…` : text;
}

/** Lines about one item: what it became, and where `whole` is true what was taken for what. Empty for what was only passed over. */
export function renderImported(item: ImportedItem, whole: boolean): string {
  const lines = [
    `${WORDS[item.outcome]}: ${item.output ?? item.input}${item.format === undefined ? "" : ` (${item.format} from ${item.input})`}`,
  ];
  if (item.outcome === "left" || (item.outcome === "unchanged" && !whole)) return "";
  if (whole && item.outcome !== "unchanged") {
    for (const [key, value] of Object.entries(item.front)) {
      const sure = item.confidence[key];
      lines.push(
        `  ${key.padEnd(11)} ${shorten(describe(value))}${sure === undefined || sure >= 1 ? "" : `  (${Math.round(sure * 100)} % sure)`}`,
      );
    }
    if (item.text !== "")
      lines.push(
        `  ${"body".padEnd(11)} ${item.text.split("\n\n").length} paragraphs: ${shorten(item.text.replace(/\s+/g, " "))}`,
      );
  }
  for (const need of item.needs) lines.push(`  needs an editor: ${need}`);
  if (whole || item.outcome === "waiting" || item.outcome === "retracted" || item.outcome === "updated")
    for (const note of item.outcome === "unchanged" ? item.notes.slice(-1) : item.notes) lines.push(`  note: ${note}`);
  return lines.join("\n");
}

/** `3 new, 1 updated, 1 needs an editor.` */
export function renderTally(tally: ReadonlyMap<Outcome, number>, dryRun: boolean): string {
  const parts = (Object.keys(WORDS) as Outcome[])
    .filter((outcome) => tally.has(outcome))
    .map((outcome) => `${tally.get(outcome)} ${WORDS[outcome]}`);
  return `${parts.length === 0 ? "nothing found" : parts.join(", ")}${dryRun ? "; nothing was written (--dry-run)" : ""}.`;
}
