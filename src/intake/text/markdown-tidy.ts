/** Markdown's tree as a careful person would have written it: each step is named in `tidyMarkdown`, in its order. */
import type { BlockContent, Break, Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent } from "mdast";

const MAX_SUBHEAD = 110;

/** Plain text of a node; a line break is a space, a picture nothing. */
export function plainText(node: Nodes): string {
  if (node.type === "break") return " ";
  if ("value" in node) return node.type === "html" ? "" : node.value;
  if ("children" in node) return node.children.map(plainText).join("");
  return "";
}

function hasChildren(node: Nodes): node is Extract<Nodes, Parents> {
  return "children" in node;
}

function holdsPicture(node: Nodes): boolean {
  return node.type === "image" || (hasChildren(node) && node.children.some(holdsPicture));
}

function isBlank(node: Nodes): boolean {
  if (node.type === "break" || node.type === "thematicBreak") return false;
  if (node.type === "code") return node.value.trim() === "";
  return !holdsPicture(node) && plainText(node).trim() === "";
}

function eachParent(node: Nodes, visit: (parent: Parents) => void): void {
  if (!hasChildren(node)) return;
  for (const child of node.children) eachParent(child, visit);
  visit(node);
}

/** Children replaced; the caller keeps to what the parent may hold. */
function setChildren(parent: Parents, children: readonly Nodes[]): void {
  const target: Nodes[] = parent.children;
  target.length = 0;
  for (const child of children) target.push(child);
}

function isPhrasingParent(node: Nodes): boolean {
  return /^(?:paragraph|heading|emphasis|strong|delete|link|tableCell)$/.test(node.type);
}

function mergeText(parent: Parents): void {
  const merged: Nodes[] = [];
  for (const child of parent.children) {
    const last = merged.at(-1);
    if (last?.type === "text" && child.type === "text") last.value += child.value;
    else if (last !== undefined && last.type === child.type && (child.type === "strong" || child.type === "emphasis")) {
      (last as Parents).children.push(...(child.children as never[]));
    } else merged.push(child);
  }
  for (const child of merged) if (child.type === "text") child.value = child.value.replace(/[\t\n\r ]+/g, " ");
  setChildren(parent, merged);
}

/** `<b>word </b>next` → `<b>word</b> next`; emphasis inside the same emphasis goes. */
function moveSpacesOut(parent: Parents): void {
  const moved: Nodes[] = [];
  for (const child of parent.children) {
    if (child.type !== "strong" && child.type !== "emphasis" && child.type !== "delete" && child.type !== "link") {
      moved.push(child);
      continue;
    }
    const flat = child.children.flatMap((inner): PhrasingContent[] =>
      inner.type === child.type && "children" in inner ? inner.children : [inner],
    );
    setChildren(child, flat);
    let before = "";
    let after = "";
    const trailing: Break[] = [];
    const leading: Break[] = [];
    for (;;) {
      const first = child.children[0];
      if (first?.type === "break") leading.push(child.children.shift() as Break);
      else if (first?.type === "text" && /^\s/.test(first.value)) {
        before = " ";
        first.value = first.value.trimStart();
        if (first.value === "") child.children.shift();
      } else break;
    }
    for (;;) {
      const last = child.children.at(-1);
      if (last?.type === "break") trailing.push(child.children.pop() as Break);
      else if (last?.type === "text" && /\s$/.test(last.value)) {
        after = " ";
        last.value = last.value.trimEnd();
        if (last.value === "") child.children.pop();
      } else break;
    }
    if (before !== "") moved.push({ type: "text", value: before });
    moved.push(...leading);
    if (child.children.length > 0) moved.push(child);
    if (after !== "") moved.push({ type: "text", value: after });
    moved.push(...trailing);
  }
  setChildren(parent, moved);
}

const PUNCTUATION = /[\p{P}\p{S}]/u;

function opens(before: string, first: string): boolean {
  return (
    first !== "" &&
    !/\s/.test(first) &&
    (!PUNCTUATION.test(first) || before === "" || /\s/.test(before) || PUNCTUATION.test(before))
  );
}

/** Emphasis that Markdown's flanking rules would not read back is printed as plain words. */
function unwrapUnreadable(parent: Parents): void {
  const kept: Nodes[] = [];
  parent.children.forEach((child, index) => {
    if (child.type !== "strong" && child.type !== "emphasis" && child.type !== "delete") {
      kept.push(child);
      return;
    }
    const previous = parent.children[index - 1];
    const next = parent.children[index + 1];
    const before = previous === undefined ? "" : ([...plainText(previous)].at(-1) ?? "");
    const after = next === undefined ? "" : ([...plainText(next)][0] ?? "");
    const letters = [...plainText(child)];
    const isAdjacent = [previous, next].some(
      (sibling) => sibling !== undefined && /^(?:strong|emphasis|delete)$/.test(sibling.type),
    );
    const reads = opens(before, letters[0] ?? "") && opens(after, letters.at(-1) ?? "") && !isAdjacent;
    if (reads && !isPunctuationOnly(letters)) kept.push(child);
    else kept.push(...child.children);
  });
  setChildren(parent, kept);
}

function isPunctuationOnly(letters: readonly string[]): boolean {
  return letters.every((letter) => PUNCTUATION.test(letter) || /\s/.test(letter));
}

/** Pictures stand alone, two line breaks in a row part paragraphs, and none stands at an edge. */
function splitParagraph(paragraph: Paragraph): BlockContent[] {
  const parts: PhrasingContent[][] = [[]];
  let breaks = 0;
  for (const child of paragraph.children) {
    const isGap = child.type === "break" || (child.type === "text" && child.value.trim() === "" && breaks > 0);
    if (child.type === "break" && ++breaks === 2) parts.push([]);
    if (!isGap) breaks = 0;
    const only = child.type === "link" && child.children.length === 1 ? child.children[0] : child;
    if (only?.type === "image") parts.push([only], []);
    else parts.at(-1)?.push(child);
  }
  return parts
    .map((children) => ({ type: "paragraph" as const, children: trimEdges(children) }))
    .filter((part) => !isBlank(part));
}

function trimEdges(children: PhrasingContent[]): PhrasingContent[] {
  const isEdge = (node: PhrasingContent | undefined): boolean =>
    node !== undefined && (node.type === "break" || (node.type === "text" && node.value.trim() === ""));
  let from = 0;
  let to = children.length;
  while (from < to && isEdge(children[from])) from++;
  while (to > from && isEdge(children[to - 1])) to--;
  const kept = children.slice(from, to);
  const first = kept[0];
  const last = kept.at(-1);
  if (first?.type === "text") first.value = first.value.trimStart();
  if (last?.type === "text") last.value = last.value.trimEnd();
  kept.forEach((node, index) => {
    if (node.type !== "text") return;
    if (kept[index - 1]?.type === "break") node.value = node.value.trimStart();
    if (kept[index + 1]?.type === "break") node.value = node.value.trimEnd();
  });
  return kept;
}

/** A short paragraph in nothing but bold type, with text under it, is a subhead. */
function raiseSubheads(root: Root): void {
  root.children.forEach((node, index) => {
    const only = node.type === "paragraph" && node.children.length === 1 ? node.children[0] : undefined;
    if (only?.type !== "strong") return;
    const text = plainText(only).trim();
    const next = root.children[index + 1];
    const isFollowed =
      next !== undefined &&
      next.type !== "heading" &&
      !(next.type === "paragraph" && next.children[0]?.type === "strong" && next.children.length === 1);
    if (
      index > 0 &&
      isFollowed &&
      text.length <= MAX_SUBHEAD &&
      !/[.,;:…—–-]$/.test(text) &&
      !/^[“"„«‘*•(–—-]/.test(text)
    ) {
      root.children[index] = { type: "heading", depth: 2, children: only.children };
    }
  });
}

/** The highest subhead is `##`, and no step is left out. */
function levelHeadings(root: Root): void {
  const depths = [...new Set(root.children.flatMap((node) => (node.type === "heading" ? [node.depth] : [])))].sort();
  for (const node of root.children) {
    if (node.type !== "heading") continue;
    node.depth = Math.min(4, depths.indexOf(node.depth) + 2) as 2 | 3 | 4;
    setChildren(
      node,
      node.children
        .flatMap((child): PhrasingContent[] => (child.type === "strong" ? child.children : [child]))
        .filter((child) => child.type !== "image")
        .map((child): PhrasingContent => (child.type === "break" ? { type: "text", value: " " } : child)),
    );
  }
}

function tightenLists(parent: Parents): void {
  if (parent.type !== "list") return;
  const isTight = parent.children.every((item) => item.children.filter((child) => child.type !== "list").length <= 1);
  parent.spread = !isTight;
  for (const item of parent.children) item.spread = !isTight;
}

/** Steps run in this order: what merges comes before what judges, what splits before what drops. */
export function tidyMarkdown(root: Root): void {
  eachParent(root, (parent) => {
    if (isPhrasingParent(parent)) {
      mergeText(parent);
      moveSpacesOut(parent);
      mergeText(parent);
    }
  });
  eachParent(root, (parent) => {
    if (isPhrasingParent(parent)) unwrapUnreadable(parent);
  });
  eachParent(root, (parent) => {
    if (isPhrasingParent(parent)) mergeText(parent);
    else {
      const split = parent.children.flatMap((child): Nodes[] =>
        child.type === "paragraph" ? splitParagraph(child) : [child],
      );
      setChildren(parent, split);
    }
  });
  eachParent(root, (parent) => {
    if (!/^table(?:Row)?$/.test(parent.type))
      setChildren(
        parent,
        parent.children.filter((child) => child.type === "text" || !isBlank(child)),
      );
  });
  eachParent(root, tightenLists);
  raiseSubheads(root);
  levelHeadings(root);
  dropIdleRules(root);
}

/** Rules at an edge, or after another. */
function dropIdleRules(root: Root): void {
  const isRule = (node: RootContent | undefined): boolean => node?.type === "thematicBreak";
  const end = root.children.findLastIndex((node) => !isRule(node));
  root.children = root.children.filter((node, index) =>
    isRule(node) ? index < end && index > 0 && !isRule(root.children[index - 1]) : !isBlank(node),
  );
}
