/** What the wire text reader has found so far in one article. */
import type { PlacedDateline } from "../../article/article.ts";
import type { WireItem, WireMedia, WireRelated } from "../wire-item.ts";
import type { Label } from "./wire-text-line.ts";

export interface Found {
  title?: string;
  kicker?: string;
  standfirst?: string;
  byline: string[];
  date?: string;
  updated?: string;
  dateline?: PlacedDateline;
  section?: string;
  slug?: string;
  embargo?: string;
  sourceName?: string;
  sourceUrl?: string;
  tags: string[];
  related: WireRelated[];
  corrections: WireItem["corrections"][number][];
  media: WireMedia[];
  confidence: Record<string, number>;
  notes: string[];
  needs: string[];
  /** Furniture in the order it was left out, for one note. */
  left: string[];
}

export function emptyFound(): Found {
  return {
    byline: [],
    tags: [],
    related: [],
    corrections: [],
    media: [],
    confidence: {},
    notes: [],
    needs: [],
    left: [],
  };
}

/** What the readers of head, body and tail know about the whole paste. */
export interface Surroundings {
  /** IANA name of the zone of clocks printed without one. */
  readonly zone?: string;
  readonly lang?: string;
  /** What `03/04/2021` means, where something else in the article says so. */
  readonly order?: "day-first" | "month-first";
  /** Lines that stand in several articles of one paste, or three times in one: furniture, whatever they say. */
  readonly repeated: ReadonlySet<string>;
}

/** Keeps the first of each name, letters' case aside. */
export function addNames(list: string[], names: readonly string[]): void {
  for (const name of names) if (!list.some((known) => known.toLowerCase() === name.toLowerCase())) list.push(name);
}

export function addPicture(found: Found, picture: { readonly caption?: string; readonly credit?: string }): void {
  found.media.push({ kind: "picture", ...picture });
}

export type LabelledValue = { readonly label: Label; readonly value: string };
