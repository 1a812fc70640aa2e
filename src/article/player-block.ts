/**
 * Cards of films, posts, sounds, maps and charts: a paragraph that is one address of a known house, the same with words or a
 * picture as its link, or a frame or post pasted with its tags. Nothing of the other house is loaded.
 */
import type { MarkdownIt, Token } from "markdown-it";
import { attributeOf, textOf } from "./body-tokens.ts";
import { parsePlayer, type Player } from "./players.ts";

/** A player in a text, with what the editor says of it. */
export interface PlacedPlayer extends Player {
  readonly title?: string;
}

const FRAME = /^<iframe\b/i;
const PASTED =
  /^<(?:blockquote|div)\b[^>]*\b(?:twitter-tweet|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|fb-post|fb-video)\b/i;
const ATTRIBUTE = (name: string) => new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "i");

function attributeIn(tag: string, name: string): string | undefined {
  const found = ATTRIBUTE(name).exec(tag);
  return (found?.[1] ?? found?.[2])?.replaceAll("&amp;", "&");
}

/** A frame that stands alone in its paragraph, but for the tags that houses put around it. */
function readFrame(children: readonly Token[]): PlacedPlayer | undefined {
  const tags = children.filter(({ type }) => type === "markup").map(({ content }) => content);
  const frame = tags.find((tag) => FRAME.test(tag));
  if (frame === undefined || children.some(({ type, content }) => type === "text" && content.trim() !== ""))
    return undefined;
  const player = parsePlayer(attributeIn(frame, "src") ?? "");
  const title = attributeIn(frame, "title");
  // Houses put their own name there where nobody wrote a title.
  return (
    player && {
      ...player,
      ...(title && !/^(?:YouTube|Vimeo|X|TikTok|Spotify)\b.*(?:player|embed)/i.test(title) ? { title } : {}),
    }
  );
}

/** A post pasted with its text: the card leads to it, its words and scripts are the other house's. */
function readPasted(children: readonly Token[]): PlacedPlayer | undefined {
  const [first] = children;
  if (first?.type !== "markup" || !PASTED.test(first.content)) return undefined;
  const given = ["cite", "data-instgrm-permalink", "data-href"].map((name) => attributeIn(first.content, name));
  const links = children.flatMap((child) => (child.type === "link_open" ? [attributeOf(child, "href")] : []));
  for (const href of [...given, ...links.reverse()]) {
    const player = parsePlayer(href ?? "");
    if (player !== undefined) return player;
  }
  return undefined;
}

/** A link that is all of its paragraph. */
function readLink(children: readonly Token[]): { readonly player: PlacedPlayer; readonly picture?: Token } | undefined {
  const [open, ...rest] = children.filter(({ type, content }) => type !== "text" || content.trim() !== "");
  const close = rest.pop();
  if (open?.type !== "link_open" || close?.type !== "link_close" || rest.some(({ type }) => type === "link_open"))
    return undefined;
  const player = parsePlayer(attributeOf(open, "href"));
  if (player === undefined) return undefined;
  const [picture] = rest;
  const given = attributeOf(open, "title");
  if (rest.length === 1 && picture?.type === "image")
    return { player: { ...player, ...(given === "" ? {} : { title: given }) }, picture };
  const words = textOf(rest).trim();
  const bare = open.markup === "linkify" || open.markup === "autolink" || /^https?:/i.test(words);
  const title = bare ? given : words;
  return { player: { ...player, ...(title === "" ? {} : { title }) } };
}

/** The player of a token, if it is one. */
export function playerOf(token: Token | undefined): PlacedPlayer | undefined {
  const meta: unknown = token?.type === "player" ? token.meta : undefined;
  return meta as PlacedPlayer | undefined;
}

/** Adds the rule to a parser; after those that pair tags and make links. */
export function addPlayers(parser: MarkdownIt): void {
  parser.core.ruler.push("players", (state) => {
    const { tokens } = state;
    for (let index = 0; index + 2 < tokens.length; index++) {
      const [open, inline, close] = [tokens[index], tokens[index + 1], tokens[index + 2]];
      if (open?.type !== "paragraph_open" || open.level !== 0 || inline?.children == null || close === undefined)
        continue;
      const { children } = inline;
      const linked = readLink(children);
      const player = linked?.player ?? readFrame(children) ?? readPasted(children);
      if (player === undefined) continue;
      const token = new state.Token("player", "", 0);
      token.block = true;
      token.map = open.map;
      token.meta = { ...player };
      token.children = linked?.picture === undefined ? [] : [linked.picture];
      tokens.splice(index, 3, token);
    }
  });
}
