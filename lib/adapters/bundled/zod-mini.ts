/**
 * Stands in for zod's small form in bundles, built by itself: what late files use of the whole form would otherwise be
 * loaded at the start with it, for a module that both use is one file of a bundle. Whoever needs more names adds them; the
 * build says which.
 */
export { en } from "zod/locales";
export {
  _default,
  array,
  boolean,
  coerce,
  config,
  describe,
  discriminatedUnion,
  email,
  enum,
  extend,
  int,
  literal,
  maximum,
  maxLength,
  meta,
  minLength,
  NEVER,
  nonnegative,
  nullish,
  object,
  optional,
  pick,
  pipe,
  positive,
  record,
  refine,
  regex,
  safeParse,
  startsWith,
  strictObject,
  string,
  transform,
  trim,
  union,
  unknown,
  url,
} from "zod/mini";
