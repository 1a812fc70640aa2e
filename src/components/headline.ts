import type { Frame } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { wordsOf } from "./words.ts";

/** Whether an article was withdrawn: a date or a mark, or nothing. */
interface Headed {
  readonly title: string;
  readonly retracted?: unknown;
}

/** The mark before a retracted headline, wherever the headline stands; nothing before any other. */
export function renderRetractedMark(frame: Frame, { retracted }: Pick<Headed, "retracted">): Html | false {
  return (
    retracted !== undefined &&
    retracted !== false &&
    html`<span class="label">${wordsOf(frame).say("kind.retraction")}</span> `
  );
}

/** A headline where there is no markup: `Retracted: Harbour of Port Amber reopens`. */
export function plainHeadline(frame: Frame, { title, retracted }: Headed): string {
  return retracted === undefined || retracted === false ? title : `${wordsOf(frame).say("kind.retraction")}: ${title}`;
}
