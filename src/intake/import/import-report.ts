/** What the import command prints: a line of JSON, or words for an editor. */

import { join } from "node:path";
import type { PlacedDateline } from "../../article/article.ts";
import { renderDateline } from "../../article/dateline.ts";
import type { ImportedItem, Outcome } from "./import-item.ts";

/** `{input, output, front, body, text, confidence, notes}` on one line. Why an item needs an editor stands first in `notes`. */
export function renderJsonLine(item: ImportedItem, to: string): string {
  const { input, path, front, body, text, confidence, notes, needs } = item;
  const reasons = needs.map((need) => `Needs an editor: ${need}.`);
  const output = path === undefined ? null : join(to, path);
  return JSON.stringify({ input, output, front, body, text, confidence, notes: [...reasons, ...notes] });
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
  if ("place" in value) return renderDateline(value as PlacedDateline);
  if ("title" in value) return describe(value.title);
  return Object.values(value).map(describe).join(", ");
}

function shorten(text: string): string {
  return text.length > 110 ? `${text.slice(0, 109)}…` : text;
}

/**
 * Lines about one item: what it became, and where `whole` is true what was taken for what. Empty for what was passed over
 * or has not changed, unless `whole`. Why an item needs an editor is `renderNeeds`.
 */
export function renderImported(item: ImportedItem, to: string, whole: boolean): string {
  const { outcome, path, input, format, front, confidence, text, notes } = item;
  if (outcome === "left" || outcome === "failed" || (outcome === "unchanged" && !whole)) return "";
  const from = format === undefined ? ` (${input})` : ` (${format} from ${input})`;
  const lines = [`${WORDS[outcome]}: ${path === undefined ? "" : join(to, path)}${from}`];
  if (whole && outcome !== "unchanged") {
    for (const [key, value] of Object.entries(front)) {
      const sure = confidence[key];
      lines.push(
        `  ${key.padEnd(11)} ${shorten(describe(value))}${sure === undefined || sure >= 1 ? "" : `  (${Math.round(sure * 100)} % sure)`}`,
      );
    }
    const count = text.split("\n\n").length;
    if (text !== "")
      lines.push(
        `  ${"body".padEnd(11)} ${count === 1 ? "1 paragraph" : `${count} paragraphs`}: ${shorten(text.replace(/\s+/g, " "))}`,
      );
  }
  const told = outcome === "unchanged" ? notes.slice(-1) : whole || outcome !== "new" ? notes : [];
  for (const note of told) lines.push(`  note: ${note}`);
  return lines.join("\n");
}

/** Why an item needs an editor or could not be read, for the error stream; empty where it went in. */
export function renderNeeds({ input, outcome, needs }: ImportedItem): string {
  return outcome === "waiting" || outcome === "failed" ? needs.map((need) => `${input}: ${need}`).join("\n") : "";
}

/** `3 new, 1 updated, 1 needs an editor.` */
export function renderTally(tally: ReadonlyMap<Outcome, number>, dryRun: boolean): string {
  const parts = (Object.keys(WORDS) as Outcome[])
    .filter((outcome) => tally.has(outcome))
    .map((outcome) => `${tally.get(outcome)} ${WORDS[outcome]}`);
  return `${parts.length === 0 ? "nothing found" : parts.join(", ")}${dryRun ? "; nothing was written (--dry-run)" : ""}.`;
}
