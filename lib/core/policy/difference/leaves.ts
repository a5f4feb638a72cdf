/** A setting that is not the same in two policies: a value, or `undefined` where it does not stand. */
export interface Difference {
  /** As one would write it in code: `appointments.notice.atLeast`; what has an id is called by it. */
  readonly place: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/**
 * Every setting in which two documents differ, at the deepest place that says it. In lists, what has an id is found by it
 * wherever it stands.
 */
export const differences = (before: unknown, after: unknown, place = ""): Difference[] => {
  if (same(before, after)) return [];
  if (isList(before) && isList(after) && [...before, ...after].every(hasId))
    return inMaps(byId(before), byId(after), (id) => `${place}[${id}]`);
  if (isMap(before) && isMap(after))
    return inMaps(before, after, (key) => (place === "" ? key : `${place}.${key}`));
  return [{ place, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
};

const inMaps = (before: Settings, after: Settings, placeOf: (key: string) => string): Difference[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    differences(before[key], after[key], placeOf(key)),
  );

type Settings = Readonly<Record<string, unknown>>;

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isMap = (value: unknown): value is Settings =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const hasId = (value: unknown): value is { readonly id: string } =>
  isMap(value) && typeof value["id"] === "string";

const byId = (list: readonly unknown[]): Settings =>
  Object.fromEntries(list.filter(hasId).map((each) => [each.id, each]));

/** Whatever the order of keys; the order of a list counts. */
export const same = (one: unknown, other: unknown): boolean => {
  if (isList(one) && isList(other))
    return one.length === other.length && one.every((each, at) => same(each, other[at]));
  if (!isMap(one) || !isMap(other)) return one === other;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) =>
    same(one[key], other[key]),
  );
};
