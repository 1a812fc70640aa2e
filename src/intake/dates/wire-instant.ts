/**
 * Times of wire formats as the wire item keeps them: ISO 8601 with a zone, or a bare day. Read are ISO 8601 in its
 * extended form (NewsML-G2, ninjs) and its basic form (NITF's `norm` attributes: `20210115T154500+0300`, `20210115`).
 */
import { DateTime } from "luxon";

export interface WireInstant {
  /** ISO 8601 with zone, or a bare day. */
  readonly iso: string;
  /** What had to be guessed or left out, for an editor. */
  readonly note?: string;
}

const TIME =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]?(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/** Undefined for what is no time, or none that exists. A time of day without a zone is taken as UTC and noted. */
export function readWireInstant(text: string | undefined): WireInstant | undefined {
  const match = TIME.exec(text?.trim() ?? "");
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second = "00", zone] = match;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined) return DateTime.fromISO(date).isValid ? { iso: date } : undefined;
  const offset = zone
    ?.toUpperCase()
    .replace(/^([+-]\d{2}):?(\d{2})?$/, (_, hours, minutes = "00") => `${hours}:${minutes}`);
  const parsed = DateTime.fromISO(`${date}T${hour}:${minute}:${second}${offset ?? "Z"}`, { setZone: true });
  if (!parsed.isValid) return undefined;
  const iso = parsed.toISO({ suppressMilliseconds: true, suppressSeconds: true });
  return offset === undefined ? { iso, note: `${text?.trim()} has no zone and was taken as UTC` } : { iso };
}

/** Milliseconds since 1970, to compare two times of one item; a bare day is its midnight in UTC. */
export function instantOf(iso: string): number {
  return DateTime.fromISO(iso, { zone: "utc" }).toMillis();
}
