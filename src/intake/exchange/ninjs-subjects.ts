/** What a ninjs item is about: its subjects, people, organisations, places, events and objects. */
import { defined } from "../defined.ts";
import type { JsonObject } from "../json.ts";
import { selectObjects, selectText } from "./ninjs-keys.ts";
import type { WireDraft } from "../wire-draft.ts";
import type { WireSubject } from "../wire-item.ts";

/** Roles of `subjects` that stand for the desk, not for what the item is about. */
const SECTION_ROLES = new Set(["section", "category", "desk"]);

const NAMED: readonly (readonly [readonly string[], WireSubject["kind"]])[] = [
  [["subjects", "subject"], "topic"],
  [["people", "person"], "person"],
  [["organisations", "organisation"], "organisation"],
  [["places", "place"], "place"],
  [["events", "event"], "topic"],
  [["objects", "object"], "topic"],
];

/** `uri` is the whole code, `literal` (2.x, 3.x) or `code` (1.x) a code in the `scheme`, which may be part of the `uri`. */
function readSubject(one: JsonObject, kind: WireSubject["kind"]): WireSubject | undefined {
  const name = selectText(one, "name");
  if (name === undefined) return undefined;
  const uri = selectText(one, "uri");
  const code = uri ?? selectText(one, "code", "literal");
  const scheme = selectText(one, "scheme") ?? uri?.replace(/[/:#][^/:#]*$/, "");
  return { name, kind, ...defined({ code: code === name ? undefined : code, scheme }) };
}

/** The same name under two lists (a person that is a subject, too) is one subject, of the more telling kind. */
export function readSubjects(item: JsonObject, draft: WireDraft): void {
  const byName = new Map<string, WireSubject>();
  for (const [lists, kind] of NAMED) {
    for (const one of selectObjects(item, ...lists)) {
      const rel = selectText(one, "rel")?.toLowerCase() ?? "";
      if (kind === "topic" && SECTION_ROLES.has(rel)) {
        draft.section ??= selectText(one, "name", "literal");
        continue;
      }
      const subject = readSubject(one, kind);
      if (subject === undefined) continue;
      const known = byName.get(subject.name);
      byName.set(subject.name, known === undefined ? subject : { ...known, ...subject });
    }
  }
  draft.subjects.push(...byName.values());
}
