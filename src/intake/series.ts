/** The series that an item says it is a part of. */
import type { Series } from "../article/article.ts";

/** A number that is none is left out; the part then stands where its date puts it. */
export function toSeries(name: string, part: string | undefined): Series {
  return part !== undefined && /^[1-9]\d{0,3}$/.test(part) ? { name, part: Number(part) } : { name };
}
