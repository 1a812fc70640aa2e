import type { Frame } from "../edition/views.ts";

/**
 * The full address of a page of this site to which this page links, for the printed sheet; undefined where the site has no
 * address of its own, and for links that are full already.
 */
export function selectPaperAddress({ canonical }: Pick<Frame, "canonical">, href: string): string | undefined {
  if (canonical === undefined || URL.canParse(href) || !URL.canParse(href, canonical)) return undefined;
  return new URL(href, canonical).href;
}
