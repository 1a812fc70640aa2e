/** In which order files come into the output: what is linked to before what links to it. */

/** The steps of a publish, in their order. Files of one step have no order among themselves. */
export const PHASES = { asset: 0, article: 1, list: 2, front: 3 } as const;

const LIST =
  /^(?:[a-z]{2,3}(?:-[a-z0-9]+)*\/)?(?:archive|authors|corrections|feeds|places|sections|topics|years|on-this-day)[/.]/;
const FRONT = /^(?:[a-z]{2,3}(?:-[a-z0-9]+)*\/)?index\.html$/;
const ASSET = /^(?:assets|media|cards|icons|search|editions)\//;
const PAGE = /^(?:[a-z]{2,3}(?:-[a-z0-9]+)*\/)?(?:\d{4}\/\d{2}\/\d{2}|s)\//;

/** The step of an address by its shape. */
export function phaseOf(address: string): number {
  if (FRONT.test(address)) return PHASES.front;
  if (PAGE.test(address)) return PHASES.article;
  if (LIST.test(address)) return PHASES.list;
  if (ASSET.test(address)) return PHASES.asset;
  return address.endsWith(".html") || address.endsWith(".json") ? PHASES.article : PHASES.list;
}
