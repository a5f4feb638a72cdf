import { createCache } from "./cache.ts";

/** Whether that is a time zone that the platform knows, by its IANA name or another. */
export const isTimeZone = (name: string): boolean =>
  known(name, () => {
    try {
      new Intl.DateTimeFormat("en", { timeZone: name });
      return true;
    } catch {
      return false;
    }
  });

/** Asking the platform takes longer than reading the rest of a request. */
const known = createCache<boolean>(500);
