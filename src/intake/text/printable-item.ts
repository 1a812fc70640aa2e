/** An item without the characters that no page can hold, and told of them. */
import { findUnprintable, withoutUnprintable } from "../../article/unprintable.ts";
import type { WireItem } from "../wire-item.ts";

/** The item itself where it has none. Files that came with it are left as they are. */
export function printableItem(item: WireItem): WireItem {
  const found = new Map<string, number>();
  const clean = (value: unknown): unknown => {
    if (typeof value === "string") {
      const unprintable = findUnprintable(value);
      if (unprintable === undefined) return value;
      const kept = withoutUnprintable(value);
      found.set(unprintable.name, (found.get(unprintable.name) ?? 0) + value.length - kept.length);
      return kept;
    }
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]));
  };
  const cleaned = clean(item) as WireItem;
  if (found.size === 0) return item;
  const count = [...found.values()].reduce((sum, one) => sum + one, 0);
  const many = count === 1 ? "One character" : `${count} characters`;
  const names = [...found.keys()].join(", ");
  return {
    ...cleaned,
    notes: [...cleaned.notes, `${many} that no page can hold (${names}) ${count === 1 ? "was" : "were"} taken out.`],
  };
}
