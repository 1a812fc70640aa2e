/** Refuses a publish that would take away most of what stands: a folder was renamed or misspelt more often than that is meant. */
import type { Manifest } from "./manifest.ts";
import { PublishError } from "./publish-error.ts";

/** So many addresses at least must go before it is worth a question. */
const FEW = 10;
const ARTICLE = /^(?:[a-z]{2,3}(?:-[a-z0-9]+)*\/)?\d{4}\/\d{2}\/\d{2}\/[^/]+\.html$/;

/** `removed` and `written` are the addresses that this publish takes away and puts there. Throws PublishError. */
export function refuseEmptying(
  output: string,
  manifest: Manifest,
  { removed, written }: { readonly removed: readonly string[]; readonly written: readonly string[] },
): void {
  const gone = removed.filter((address) => ARTICLE.test(address)).length;
  const isMost = removed.length >= FEW && removed.length > manifest.size / 2;
  const isLast = gone > 0 && !written.some((address) => ARTICLE.test(address)) && gone === countArticles(manifest);
  if (!isMost && !isLast) return;
  throw new PublishError(
    isLast
      ? `this build has no article, and would take away all ${gone} that stand there (${removed.length} of ${manifest.size} files)`
      : `this build would take away ${removed.length} of the ${manifest.size} files that stand there (${gone} articles)`,
    output,
    "look whether the content folder is whole, and lies where it did; build with --force if they are to go",
  );
}

function countArticles(manifest: Manifest): number {
  let count = 0;
  for (const [address] of manifest.entries()) if (ARTICLE.test(address)) count++;
  return count;
}
