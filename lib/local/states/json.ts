export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isList = (value: unknown): value is readonly Json[] => Array.isArray(value);

/** What Step Functions takes for the input or output of a state. */
const mostBytes = 262_144;

/** Step Functions measures UTF-8, not characters. */
export const tooLarge = (text: string): boolean => Buffer.byteLength(text) > mostBytes;

/** The parsed text, or `undefined` when it is no JSON. */
export const parseJson = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
};

let latest: { readonly value: Json; readonly text: string } | undefined;

/**
 * The JSON text of a value, which nobody changes. That of the latest object is kept: what a state leaves is measured, noted as
 * its output, and noted again as the input of the next.
 */
export const textOf = (value: Json): string => {
  if (latest?.value === value) return latest.text;
  const text = JSON.stringify(value);
  if (typeof value === "object") latest = { value, text };
  return text;
};
