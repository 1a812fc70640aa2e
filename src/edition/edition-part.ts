/** Parts of an edition that a newsroom can do without: no other page needs them, and where one is left out nothing links to it. */
export const EDITION_PARTS = ["data", "cards", "days", "places"] as const;

/** `data`: the months as ninjs; `cards`: social card pictures; `days`: days of the year; `places`: what was filed from each place. */
export type EditionPart = (typeof EDITION_PARTS)[number];
