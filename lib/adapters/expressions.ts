import type { Guard, Write } from "#core/table.ts";

/** The parts of a request that name attributes and values by placeholders, as DynamoDB wants them. */
export interface Expression {
  readonly ConditionExpression: string;
  readonly UpdateExpression?: string;
  readonly ExpressionAttributeNames: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, unknown>;
}

/** Turns a guarded write into expressions. Every name and value is a placeholder, so none can be injected. */
export const expression = (write: Write): Expression => {
  const words = placeholders();
  const condition = conditions(write.if, words).join(" AND ");
  const update = "update" in write ? updates(write, words) : undefined;
  return {
    ConditionExpression: condition,
    ...(update !== undefined && { UpdateExpression: update }),
    ExpressionAttributeNames: words.names,
    ...(Object.keys(words.values).length > 0 && { ExpressionAttributeValues: words.values }),
  };
};

interface Placeholders {
  readonly names: Record<string, string>;
  readonly values: Record<string, unknown>;
  path(path: string): string;
  value(value: unknown): string;
}

const placeholders = (): Placeholders => {
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  const known = new Map<string, string>();
  const name = (attribute: string): string => {
    const placeholder = known.get(attribute) ?? `#n${known.size}`;
    known.set(attribute, placeholder);
    names[placeholder] = attribute;
    return placeholder;
  };
  return {
    names,
    values,
    path: (path) => path.split(".").map(name).join("."),
    value: (value) => {
      const placeholder = `:v${Object.keys(values).length}`;
      values[placeholder] = value;
      return placeholder;
    },
  };
};

const conditions = (guard: Guard, words: Placeholders): string[] => {
  if (guard.exists === false) return [`attribute_not_exists(${words.path("pk")})`];
  const equals = Object.entries(guard.equals ?? {});
  const missing = guard.missing ?? [];
  return [
    ...(guard.exists === true ? [`attribute_exists(${words.path("pk")})`] : []),
    ...equals.map(([path, value]) => `${words.path(path)} = ${words.value(value)}`),
    ...missing.map((path) => `attribute_not_exists(${words.path(path)})`),
  ];
};

const updates = (write: Extract<Write, { update: unknown }>, words: Placeholders): string => {
  const set = Object.entries(write.set ?? {}).map(
    ([path, value]) => `${words.path(path)} = ${words.value(value)}`,
  );
  const remove = (write.remove ?? []).map((path) => words.path(path));
  return [
    ...(set.length > 0 ? [`SET ${set.join(", ")}`] : []),
    ...(remove.length > 0 ? [`REMOVE ${remove.join(", ")}`] : []),
  ].join(" ");
};
