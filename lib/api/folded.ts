import type { Route } from "./routes.ts";

/**
 * Families of routes that API Gateway knows by one: what differs within a family becomes a parameter. A stack holds 500
 * resources, and each route of its own would take one. Families are one area's; routes of `personal` stay by themselves, and
 * are nearer to a request than any family.
 */
const families = [
  {
    path: "/v1/{pack}/staff/{thing}/{id}/{act}",
    like: /^\/v1\/\{pack\}\/staff\/(?<thing>[a-z-]+)\/\{id\}\/(?<act>[a-z-]+)$/,
  },
  { path: "/v1/link/{act}", like: /^\/v1\/link\/(?<act>[a-z-]+)$/ },
] as const;

/** As API Gateway has it: each family once for a method, all else as it is. */
export const folded = (routes: readonly Route[]): Route[] => {
  const all = routes.map((route) => ({ ...route, path: familyOf(route) ?? route.path }));
  return all.filter(
    (route, at) => all.findIndex(({ method, path }) => method === route.method && path === route.path) === at,
  );
};

const familyOf = ({ path, area }: Route): Route["path"] | undefined =>
  area === "personal" ? undefined : families.find(({ like }) => like.test(path))?.path;

/** The route that was asked for, of API Gateway's key and parameters; a key of no family is itself. */
export const unfolded = (
  routeKey: string,
  parameters: Readonly<Record<string, string | undefined>>,
): string =>
  families.some(({ path }) => routeKey.endsWith(` ${path}`))
    ? routeKey.replaceAll(/\{(?:thing|act)\}/g, (name) => parameters[name.slice(1, -1)] ?? name)
    : routeKey;
