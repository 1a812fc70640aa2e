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

/** The one picture that a paragraph consists of, if it does. */
export function figureOf(inline: Token | undefined): Token | undefined {
  const children = inline?.children?.filter((child) => child.type !== "text" || child.content.trim() !== "") ?? [];
  return inline?.type === "inline" && children.length === 1 && children[0]?.type === "image" ? children[0] : undefined;
}
