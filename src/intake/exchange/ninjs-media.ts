/** Pictures and sound of a ninjs item: its associations, and the item itself where it is one. */
import { defined } from "../defined.ts";
import { asObject, type JsonObject } from "../json.ts";
import { lowerKeys, own, selectObjects, selectRoles, selectText } from "./ninjs-keys.ts";
import type { WireDraft } from "../wire-draft.ts";
import type { WireMedia } from "../wire-item.ts";

const KINDS: Readonly<Record<string, WireMedia["kind"]>> = { picture: "picture", graphic: "picture", audio: "audio" };

/** A list since 2.0, an object of names before. The best is the largest that is a picture or sound. */
function bestRendition(item: JsonObject): JsonObject | undefined {
  const listed = selectObjects(item, "renditions");
  const renditions =
    listed.length > 0
      ? listed
      : Object.values(asObject(own(item, "renditions")) ?? {})
          .map(lowerKeys)
          .filter((one) => one !== undefined);
  const size = (one: JsonObject) => Number(own(one, "width") ?? 0) * Number(own(one, "height") ?? 0);
  return renditions
    .filter((one) => selectText(one, "href") !== undefined)
    .filter((one) => !/^(text|application)\//.test(selectText(one, "contenttype", "mimetype") ?? ""))
    .sort((one, other) => size(other) - size(one))[0];
}

function readMedia(item: JsonObject): WireMedia | undefined {
  const kind = KINDS[selectText(item, "type") ?? ""];
  if (kind === undefined) return undefined;
  const rendition = bestRendition(item);
  const texts = selectRoles(item, "descriptions", "description");
  const alt = texts.find(({ role }) => role === "alt" || role === "alttext")?.value;
  const credit = texts.find(({ role }) => role === "creditline")?.value;
  const caption = texts.find(({ role }) => role === "caption") ?? texts.find(({ role }) => !/alt|credit/.test(role));
  return {
    kind,
    ...defined({
      url: rendition === undefined ? undefined : selectText(rendition, "href"),
      mediaType: rendition === undefined ? undefined : selectText(rendition, "contenttype", "mimetype"),
      name: selectText(item, "slugline"),
      alt,
      caption: caption?.value.replace(/\s+/g, " "),
      credit: selectText(item, "by", "byline") ?? credit ?? selectText(item, "copyrightholder"),
    }),
  };
}

/** Puts the pictures and sound into the draft; an item that is nothing else cannot be an article by itself. */
export function readNinjsMedia(item: JsonObject, associations: readonly JsonObject[], draft: WireDraft): void {
  const type = selectText(item, "type") ?? "text";
  const self = readMedia(item);
  if (self !== undefined) draft.media.push(self);
  for (const association of associations) {
    const media = readMedia(association);
    if (media !== undefined) draft.media.push(media);
  }
  if (self !== undefined || type === "video") {
    draft.needs.push(
      `it is ${type === "audio" ? "a sound" : `a ${type}`} whose caption stands as the text; make it part of an article`,
    );
    if (draft.html === "" && draft.markdown === undefined && self?.caption !== undefined)
      draft.standfirst ??= self.caption;
  } else if (["event", "planning", "component"].includes(type)) {
    draft.needs.push(`it is of the type ${type}, not an article`);
  }
}
