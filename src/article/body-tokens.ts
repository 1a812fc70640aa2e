/** What is read from the tokens of a text, for its markup and for what it refers to. */
import type { Token } from "markdown-it";
import { decodePath } from "./media-path.ts";

export function attributeOf(token: Token | undefined, name: string): string {
  return String(token?.attrGet(name) ?? "");
}

/** The path of a picture, sound or film as the editor wrote it, `%20` and the like taken as what they stand for. */
export function sourceOf(token: Token | undefined): string {
  return decodePath(attributeOf(token, "src"));
}

export function textOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === "text" || token.type === "code_inline" || token.type === "markup") return token.content;
      if (token.type === "softbreak" || token.type === "hardbreak") return " ";
      return token.type === "image" ? token.content : "";
    })
    .join("");
}

/** The pictures that a paragraph consists of, if it is nothing else: one is a figure, several are a gallery. */
export function figuresOf(inline: Token | undefined): readonly Token[] {
  if (inline?.type !== "inline") return [];
  const figures: Token[] = [];
  for (const child of inline.children ?? []) {
    if (child.type === "image") figures.push(child);
    else if (
      child.type !== "softbreak" &&
      child.type !== "hardbreak" &&
      (child.type !== "text" || child.content.trim())
    )
      return [];
  }
  return figures;
}
