/** The entries of a live page: subheads that begin with a clock time, `## 08:10, Friday: afloat`. */
import { DateTime } from "luxon";
import { selectParagraphs } from "./body.ts";

export interface LiveEntry {
  readonly at: number;
  /** The subhead as the editor wrote it. */
  readonly headline: string;
  readonly text: string;
}

export interface LivePage {
  readonly body: string;
  readonly lang: string;
  readonly publishedAt: number;
  readonly updatedAt?: number;
}

const SUBHEAD = /^##[ \t]+(?=\d)/m;
const CLOCK = /^([01]?\d|2[0-3])[:.h]([0-5]\d)(?!\d)/;
const HALF_DAY = 12 * 60;

interface Written {
  /** Minutes of the day. */
  readonly minute: number;
  readonly headline: string;
  readonly text: string;
}

function readEntries({ body, lang }: LivePage): Written[] {
  const [, ...parts] = body.split(SUBHEAD);
  return parts.flatMap((part) => {
    const clock = CLOCK.exec(part);
    if (clock === null) return [];
    const [headline = "", ...rest] = selectParagraphs(`## ${part}`, lang);
    return [{ minute: Number(clock[1]) * 60 + Number(clock[2]), headline, text: rest.join("\n") }];
  });
}

/** Minutes from one clock time to the next of the other, going forward: 0 to 1439. */
const forward = (from: number, to: number): number => (to - from + 2 * HALF_DAY) % (2 * HALF_DAY);

/** True where the entries, read upwards, take less time than read downwards. */
function isNewestFirst(entries: readonly Written[]): boolean {
  let [down, up] = [0, 0];
  for (const [index, { minute }] of entries.slice(1).entries()) {
    const above = entries[index]?.minute ?? minute;
    down += forward(above, minute);
    up += forward(minute, above);
  }
  return up <= down;
}

/**
 * Entries in the order of the page, each with its instant. The subheads give only the clock, so the days are counted from the end
 * that is known: the newest entry stands nearest to when the page was updated, the oldest to when it was published.
 */
export function selectLiveEntries(page: LivePage, timeZone: string): LiveEntry[] {
  const entries = readEntries(page);
  const [first] = entries;
  if (first === undefined) return [];
  const newestFirst = isNewestFirst(entries);
  const anchor = DateTime.fromMillis((newestFirst ? page.updatedAt : undefined) ?? page.publishedAt, {
    zone: timeZone,
  });
  const away = forward(anchor.hour * 60 + anchor.minute, first.minute);
  let moment = anchor.plus({ minutes: away > HALF_DAY ? away - 2 * HALF_DAY : away }).startOf("minute");
  let { minute } = first;
  return entries.map((entry) => {
    moment = newestFirst
      ? moment.minus({ minutes: forward(entry.minute, minute) })
      : moment.plus({ minutes: forward(minute, entry.minute) });
    minute = entry.minute;
    return { at: moment.toMillis(), headline: entry.headline, text: entry.text };
  });
}
