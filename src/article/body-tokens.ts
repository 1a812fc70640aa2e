/** What is read from the tokens of a text, for its markup and for what it refers to. */
import type { Token } from "markdown-it";

export function attributeOf(token: Token | undefined, name: string): string {
  return String(token?.attrGet(name) ?? "");
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
