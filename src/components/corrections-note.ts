import type { Correction } from "../article/article.ts";
import type { Frame, LedgerEntry } from "../edition/views.ts";
import { attribute, type Html, html } from "../html.ts";
import { renderClockTime } from "./clock-time.ts";
import { wordsOf } from "./words.ts";

const KIND: Readonly<Record<LedgerEntry["kind"], string>> = {
  correction: "kind.correction",
  clarification: "kind.clarification",
  update: "kind.update",
  retraction: "kind.retraction",
};

/** The name of a kind of change in the page's language. */
export function nameOfChange(frame: Frame, kind: LedgerEntry["kind"]): string {
  return wordsOf(frame).say(KIND[kind]);
}

function renderChange(frame: Frame, { kind, at, dayOnly, text }: Correction): Html {
  return html`<p class="change ${kind}"><strong>${nameOfChange(frame, kind)}</strong> ${renderClockTime(frame, { at, dayOnly })} <span>${text}</span></p>`;
}

/**
 * What was changed, newest first. A correction stands in full above the text, where the mistake was read; clarifications
 * and updates stand below it, and a line above the text leads there.
 */
export function renderChangesAbove(frame: Frame, corrections: readonly Correction[]): Html | undefined {
  if (corrections.length === 0) return undefined;
  const words = wordsOf(frame);
  const full = byNewest(corrections.filter(({ kind }) => kind === "correction"));
  const below = corrections.length > full.length;
  return html`<aside class="changes" aria-label="${words.say("changes")}">
${full.map((correction) => renderChange(frame, correction))}${below && html`<p><a href="#changes">${words.say("changes.below")}</a></p>`}
</aside>`;
}

/** Clarifications and updates, at the end of the text. `policy` is the address of the corrections policy. */
export function renderChangesBelow(
  frame: Frame,
  corrections: readonly Correction[],
  policy?: string,
): Html | undefined {
  if (corrections.length === 0) return undefined;
  const words = wordsOf(frame);
  const rest = byNewest(corrections.filter(({ kind }) => kind !== "correction"));
  if (rest.length === 0 && policy === undefined) return undefined;
  return html`<aside class="changes"${attribute("id", rest.length > 0 && "changes")} aria-label="${words.say("changes.end")}">
${rest.map((correction) => renderChange(frame, correction))}${policy !== undefined && html`<p><a href="${policy}">${words.say("changes.policy")}</a></p>`}
</aside>`;
}

function byNewest(corrections: readonly Correction[]): readonly Correction[] {
  return corrections.toSorted((one, other) => other.at - one.at);
}
