/** Which keys a schema knows at a place of its data. */
import { z } from "zod";

/** Of an object where it may be one, in the schema's own order; none where a schema knows no keys by name. */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return keysAt(schema.unwrap(), path);
  if (schema instanceof z.ZodPipe) return keysAt(schema.in, path);
  if (schema instanceof z.ZodUnion)
    return schema.options.map((option) => keysAt(option, path)).find((keys) => keys.length > 0) ?? [];
  const [step, ...below] = path;
  if (schema instanceof z.ZodObject) {
    if (step === undefined) return Object.keys(schema.shape);
    const inner = schema.shape[String(step)];
    return inner === undefined ? [] : keysAt(inner, below);
  }
  if (step === undefined) return [];
  if (schema instanceof z.ZodArray) return keysAt(schema.element, below);
  return schema instanceof z.ZodRecord ? keysAt(schema.valueType, below) : [];
}
