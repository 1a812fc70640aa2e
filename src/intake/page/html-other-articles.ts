/** Where a text ends and a list of other articles, or what readers say, begins below it. */
import { isCommentsHead, isOtherArticles } from "./furniture-lines.ts";
import type { TextBlock } from "./html-blocks.ts";
import { isProse, parentOf } from "./html-container.ts";
import { isHeading } from "./html-lines.ts";
import type { KnownText } from "./html-shingles.ts";
import type { Element } from "./html-tree.ts";

/** Where a subhead in the second half of the text opens a list of other articles; -1 where none does. */
export function findOtherArticles(passes: readonly TextBlock[], first: number, known: KnownText | undefined): number {
  const all = passes.slice(first).reduce((sum, block) => sum + (isProse(block) ? block.weight : 0), 0);
  let before = 0;
  const holders = new Set<Element | null>();
  for (let index = first; index < passes.length; index++) {
    const block = passes[index];
    if (block === undefined) break;
    const isLabel = isHeading(block) || (block.weight < 60 && !/[.,;:!?]$/.test(block.text));
    const isOther = before > all * 0.3 && isOtherArticles(block.text);
    if (before > 300 && isLabel && (isOther || isCommentsHead(block.text))) {
      const rest = passes.slice(index + 1).filter(isProse);
      const isLast =
        known === undefined ? !goesOn(rest, holders, all) : rest.every((other) => known.shareOf(other.text) < 0.5);
      if (isLast) return index;
    }
    if (isProse(block)) {
      before += block.weight;
      holders.add(parentOf(block.element));
    }
  }
  return -1;
}

/** Whether most of the prose that follows a box stands where, or in such boxes as, the prose before it stood. */
function goesOn(rest: readonly TextBlock[], holders: ReadonlySet<Element | null>, all: number): boolean {
  const weigh = (blocks: readonly TextBlock[]): number => blocks.reduce((sum, block) => sum + block.weight, 0);
  const makes = new Set([...holders].map(makeOf));
  const same = weigh(rest.filter((block) => makes.has(makeOf(parentOf(block.element)))));
  return (same > weigh(rest) / 2 && same > all * 0.1) || weigh(rest) > all * 0.5;
}

/** The tag and names of an element and of what it stands in, numbers aside: boxes that a page makes by one rule are alike. */
function makeOf(element: Element | null): string {
  const makes: string[] = [];
  for (let at = element; at !== null && makes.length < 2; at = parentOf(at))
    makes.push(`${at.name}.${(at.attribs.class ?? "").replace(/\d+/g, "")}`);
  return makes.join(" ");
}
