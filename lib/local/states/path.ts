import { createCache } from "#core/cache.ts";
import { StateFailed } from "#local/states/failure.ts";
import { isList, isObject, type Json } from "#local/states/json.ts";

type Step = string | number;
type Path = readonly Step[];

const step = /\.([\p{L}_][\p{L}\p{N}_-]*)|\['([^'\\]*)'\]|\["([^"\\]*)"\]|\[(\d+)\]/uy;

/** Reads a reference path, `$.due.x` or `$.due['email-PT48H']`; `undefined` for filters, wildcards and the rest. */
export const parsePath = (text: string): Path | undefined => {
  if (!text.startsWith("$")) return undefined;
  const steps: Step[] = [];
  step.lastIndex = 1;
  while (step.lastIndex < text.length) {
    const match = step.exec(text);
    if (match === null) return undefined;
    steps.push(match[4] === undefined ? (match[1] ?? match[2] ?? match[3] ?? "") : Number(match[4]));
  }
  return steps;
};

/** The value at `path`, or `undefined` where there is none. */
export const follow = (path: string, root: Json): Json | undefined => {
  let value: Json | undefined = root;
  for (const each of known(path)) value = value === undefined ? undefined : child(value, each);
  return value;
};

const child = (value: Json, key: Step): Json | undefined => {
  if (typeof key === "number") return isList(value) ? value[key] : undefined;
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
};

/**
 * `root` with `value` at `path`, made where it is missing.
 * @throws StateFailed States.ResultPathMatchFailure where something other than an object is in the way.
 */
export const place = (path: string, root: Json, value: Json): Json => placeAt(known(path), root, value, path);

const placeAt = ([key, ...rest]: Path, root: Json | undefined, value: Json, path: string): Json => {
  if (key === undefined) return value;
  if (typeof key === "number") return placeInList(key, rest, root, value, path);
  if (root !== undefined && !isObject(root)) throw notThere(path);
  const below = root !== undefined && Object.hasOwn(root, key) ? root[key] : undefined;
  return { ...root, [key]: placeAt(rest, below, value, path) };
};

const placeInList = (index: number, rest: Path, root: Json | undefined, value: Json, path: string): Json => {
  if (!isList(root) || index >= root.length) throw notThere(path);
  return root.map((each, at) => (at === index ? placeAt(rest, each, value, path) : each));
};

const notThere = (path: string): StateFailed =>
  new StateFailed("States.ResultPathMatchFailure", `the input has no place for a result at ${path}`);

/** A machine names the same few paths in each execution. */
const paths = createCache<Path>(1_000);

const known = (text: string): Path => paths(text, read);

const read = (text: string): Path => {
  const steps = parsePath(text);
  if (steps === undefined) throw new StateFailed("States.Runtime", `${text} is not a reference path`);
  return steps;
};
