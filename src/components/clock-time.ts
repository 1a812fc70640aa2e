import { renderClock, renderDay, renderIso, renderTime, renderZone } from "../article/instant.ts";
import type { Frame } from "../edition/views.ts";
import { attribute, type Html, html } from "../html.ts";

/** The instant of something, as the clock line prints it. */
export interface ClockProps {
  readonly at: number;
  /** True where only the day is known. */
  readonly dayOnly?: boolean;
  readonly className?: string;
}

/** `15:45 GMT 15 January 2021` as a `<time>`; from right to left the hour stands isolated, so that its digits stay with it. */
export function renderClockTime(frame: Frame, { at, dayOnly = false, className }: ClockProps): Html {
  const zone = frame.site.timeZone;
  const text =
    frame.dir === "rtl" && !dayOnly
      ? html`<bdi>${renderTime(at, zone, frame.lang)} ${renderZone(at, zone, frame.lang)}</bdi> ${renderDay(at, zone, frame.lang)}`
      : renderClock(at, zone, frame.lang, dayOnly);
  return html`<time${attribute("class", className)} datetime="${renderIso(at, zone, dayOnly)}">${text}</time>`;
}

/** The clock column of a list: the hour above its day. */
export function renderClockColumn(frame: Frame, { at, dayOnly = false }: ClockProps): Html {
  const zone = frame.site.timeZone;
  const hour = !dayOnly && html`<bdi>${renderTime(at, zone, frame.lang)} ${renderZone(at, zone, frame.lang)}</bdi> `;
  return html`<time class="clock dt-published" datetime="${renderIso(at, zone, dayOnly)}">${hour}<span>${renderDay(at, zone, frame.lang)}</span></time>`;
}

/** `15:45` alone, or the day where no hour is known: for time lines that say their day elsewhere. */
export function renderHourTime(frame: Frame, { at, dayOnly = false }: ClockProps): Html {
  const zone = frame.site.timeZone;
  const text = dayOnly ? renderDay(at, zone, frame.lang) : renderTime(at, zone, frame.lang);
  return html`<time class="clock dt-published" datetime="${renderIso(at, zone, dayOnly)}">${text}</time>`;
}

/** `15 January 2021` as a `<time>`. */
export function renderDayTime(frame: Frame, at: number): Html {
  const zone = frame.site.timeZone;
  return html`<time datetime="${renderIso(at, zone, true)}">${renderDay(at, zone, frame.lang)}</time>`;
}
