import type { Frame } from "../edition/views.ts";

/** The usual link to a page of this site; the others are left to `URL`, which is slow. */
const PLAIN = /^((?:\.\.\/)*)((?:[\w-]+\/)*[\w-]+\.html)$/;

/**
 * The full address of a page of this site to which this page links, for the printed sheet; undefined where the site has no
 * address of its own, and for links that are full already.
 */
export function selectPaperAddress({ canonical }: Pick<Frame, "canonical">, href: string): string | undefined {
  if (canonical === undefined) return undefined;
  const [, up = "", below = ""] = PLAIN.exec(href) ?? [];
  if (below !== "") {
    let folder = canonical.lastIndexOf("/");
    for (let steps = up.length / 3; steps > 0; steps--) folder = canonical.lastIndexOf("/", folder - 1);
    return canonical.slice(0, folder + 1) + below;
  }
  if (URL.canParse(href) || !URL.canParse(href, canonical)) return undefined;
  return new URL(href, canonical).href;
}
