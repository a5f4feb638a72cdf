/**
 * What not every event needs is made, with all that it imports, when it is first asked for: a cold start must not wait for
 * it. A Lambda that nearly always needs it imports the module as well, and has it from its start.
 */
export const late = <Made>(make: () => Promise<Made>): (() => Promise<Made>) => {
  let made: Promise<Made> | undefined;
  return () => (made ??= make());
};
