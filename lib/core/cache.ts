/** Gives what was made for this key before, or makes it. */
export type Cache<Made, Key = string> = (key: Key, make: (key: Key) => Made) => Made;

/**
 * For what is dear to make and depends on its key alone, such as formatters. Keys may come from outside, so it holds at
 * most `most` and then begins anew.
 */
export const createCache = <Made, Key = string>(most: number): Cache<Made, Key> => {
  const made = new Map<Key, Made>();
  return (key, make) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    if (made.size >= most) made.clear();
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
};

/** `make`, which looks at nothing but its object, once for each object that is still in use. */
export const onceFor = <Key extends object, Made>(make: (key: Key) => Made): ((key: Key) => Made) => {
  const made = new WeakMap<Key, Made>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
};
