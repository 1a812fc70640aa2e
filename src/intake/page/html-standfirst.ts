/** The summary above a text, told from its first paragraph. */
import type { TextBlock } from "./html-blocks.ts";
import { contains, parentOf } from "./html-container.ts";
import { isSameLine, type KnownText } from "./html-shingles.ts";
import type { Element } from "./html-tree.ts";

const STANDFIRST_NAME =
  /standfirst|teaser-?text|summary|subtitle|sub-?head(?:line|ing)?|sub-?title|\bdeck\b|\bdek\b|abstract|chapo|entradilla|bajada|sumario|perex|ingress|anlauf|vorspann|excerpt|\bsapo\b/;
const LEAD_NAME = /lead|intro|description|spot|lid\b|preamble|header|opener|teaser/;

/** Whether the first paragraph is a summary above the text rather than its first sentence. `told` is the summary as the page's data has it. */
export function isStandfirst(
  head: TextBlock,
  follower: TextBlock,
  told: string | undefined,
  known: KnownText | undefined,
): boolean {
  const sameMake =
    parentOf(head.element) === parentOf(follower.element) &&
    head.element.name === follower.element.name &&
    (head.element.attribs.class ?? "") === (follower.element.attribs.class ?? "");
  if (head.weight > 900 || sameMake || (known !== undefined && known.shareOf(head.text) > 0.8)) return false;
  const described = told !== undefined && isSameLine(head.text, told);
  let names = "";
  for (let at: Element | null = head.element; at !== null && !contains(at, follower.element); at = parentOf(at)) {
    const { attribs } = at;
    names += ` ${attribs.class ?? ""} ${attribs.id ?? ""} ${attribs["data-testid"] ?? ""} ${attribs.itemprop ?? ""} ${at.name === "header" ? "subtitle" : ""}`;
  }
  names = names.toLowerCase();
  const isApart =
    parentOf(head.element) !== parentOf(follower.element) &&
    (head.element.attribs.class ?? "") !== (follower.element.attribs.class ?? "");
  return STANDFIRST_NAME.test(names) || (described && (isApart || LEAD_NAME.test(names)));
}
