import { parseInstant } from "#core/time.ts";
import { isObject, type Json } from "#local/states/json.ts";

type Test = (value: Json, expected: Json) => boolean;

/** Compares two values of one kind; values of any other kind never compare, as in Step Functions. */
const ordered =
  <T>(read: (value: Json) => T | undefined, holds: (value: T, expected: T) => boolean): Test =>
  (value, expected) => {
    const [one, other] = [read(value), read(expected)];
    return one !== undefined && other !== undefined && holds(one, other);
  };

const text = (value: Json) => (typeof value === "string" ? value : undefined);
const number = (value: Json) => (typeof value === "number" ? value : undefined);
const truth = (value: Json) => (typeof value === "boolean" ? value : undefined);
const moment = (value: Json) => (typeof value === "string" ? parseInstant(value) : undefined);

const orders = <T>(kind: string, read: (value: Json) => T | undefined): Record<string, Test> => ({
  [`${kind}Equals`]: ordered(read, (one, other) => one === other),
  [`${kind}LessThan`]: ordered(read, (one, other) => one < other),
  [`${kind}GreaterThan`]: ordered(read, (one, other) => one > other),
  [`${kind}LessThanEquals`]: ordered(read, (one, other) => one <= other),
  [`${kind}GreaterThanEquals`]: ordered(read, (one, other) => one >= other),
});

/** Operators whose expected value may also come from a path, with `Path` at the end of their name. */
export const comparisons: Readonly<Record<string, Test>> = {
  ...orders("String", text),
  ...orders("Numeric", number),
  ...orders("Timestamp", moment),
  BooleanEquals: ordered(truth, (one, other) => one === other),
};

const is =
  (test: (value: Json) => boolean): Test =>
  (value, expected) =>
    test(value) === expected;

/** Operators with a fixed expected value. `IsPresent` is not among them: it alone may find nothing. */
export const tests: Readonly<Record<string, Test>> = {
  IsNull: is((value) => value === null),
  IsString: is((value) => typeof value === "string"),
  IsNumeric: is((value) => typeof value === "number"),
  IsBoolean: is((value) => typeof value === "boolean"),
  IsTimestamp: is((value) => moment(value) !== undefined),
  StringMatches: ordered(text, (value, pattern) => wildcard(pattern).test(value)),
};

/** `*` stands for any characters; `\*` and `\\` for themselves. */
const wildcard = (pattern: string): RegExp => {
  const parts = pattern.match(/\\[*\\]|\*|[^*]/gsu) ?? [];
  return new RegExp(`^${parts.map((part) => (part === "*" ? ".*" : literal(part))).join("")}$`, "su");
};

const literal = (part: string): string => {
  const character = part.length === 2 && part.startsWith("\\") ? part.slice(1) : part;
  return character.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
};

export const expectsWhat = (operator: string, expected: Json): boolean => {
  if (operator.startsWith("Is") || operator === "BooleanEquals") return typeof expected === "boolean";
  if (operator.startsWith("Numeric")) return typeof expected === "number";
  if (operator.startsWith("Timestamp")) return moment(expected) !== undefined;
  return typeof expected === "string" && !isObject(expected);
};
