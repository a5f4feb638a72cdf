/** Gives what was made for this key before, or makes it. */
export type Cache<Made> = (key: string, make: () => Made) => Made;

/**
 * For what is dear to make and depends on its key alone, such as formatters. Keys may come from outside, so it holds at
 * most `most` and then begins anew.
 */
export const createCache = <Made>(most: number): Cache<Made> => {
  const made = new Map<string, Made>();
  return (key, make) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    if (made.size >= most) made.clear();
    const fresh = make();
    made.set(key, fresh);
    return fresh;
  };
};
