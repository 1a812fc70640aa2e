/**
 * ninjs wrote its property names in three ways: `versioncreated` (1.x, 2.x), `versionCreated` (3.x), and lists as
 * `person`, `people`. Here they are one: names in lower case, lists of objects.
 */
import { asList, asObject, asText, type JsonObject } from "../json.ts";

/** The object with its names in lower case. */
export function lowerKeys(value: unknown): JsonObject | undefined {
  const object = asObject(value);
  if (object === undefined) return undefined;
  return Object.fromEntries(Object.entries(object).map(([key, one]) => [key.toLowerCase(), one]));
}

/** The objects of the first of the lists that is there: `selectObjects(item, "people", "person")`. */
export function selectObjects(object: JsonObject, ...names: readonly string[]): JsonObject[] {
  for (const name of names) {
    const value = own(object, name);
    if (Array.isArray(value)) return value.map(lowerKeys).filter((one) => one !== undefined);
  }
  return [];
}

/** The value of a name, never one that every object inherits. */
export function own(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** The text of the first of the names that has one. */
export function selectText(object: JsonObject, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = asText(own(object, name));
    if (text !== undefined) return text;
  }
  return undefined;
}

/** A text in one of its roles, as 2.x and 3.x list them. */
export interface RoleText {
  readonly role: string;
  readonly contentType: string;
  readonly value: string;
}

/** `headlines`, `descriptions` or `bodies` of 2.x and 3.x, and their 1.x counterparts (`body_xhtml` → role `xhtml`). */
export function selectRoles(object: JsonObject, list: string, single: string): RoleText[] {
  const roles: RoleText[] = [];
  for (const one of asList(own(object, list)).map(lowerKeys)) {
    const value = one === undefined ? undefined : asText(own(one, "value"));
    if (one === undefined || value === undefined) continue;
    roles.push({
      role: selectText(one, "role")?.toLowerCase() ?? "",
      contentType: selectText(one, "contenttype")?.toLowerCase() ?? "",
      value,
    });
  }
  for (const [key, one] of Object.entries(object)) {
    const value = asText(one);
    if (value === undefined || (key !== single && !key.startsWith(`${single}_`))) continue;
    roles.push({ role: key.slice(single.length + 1), contentType: "", value });
  }
  return roles;
}
