import { expect, test } from "vitest";
import { folded, unfolded } from "#api/folded.ts";
import { routes } from "#api/routes.ts";

test("API Gateway knows a family of routes by one, and what is asked for is found again", () => {
  expect(folded(routes).length).toBeLessThan(40);
  const key = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
  const known = new Set(folded(routes).map(key));
  for (const route of routes) {
    const [thing, , act] = route.path.split("/").slice(-3);
    const parameters = { thing, act, pack: "solar", id: "SN00001" };
    const gateways = known.has(key(route)) ? key(route) : folded([route]).map(key)[0];
    expect(unfolded(gateways ?? "", parameters)).toBe(key(route));
  }
});

test("an act that there is not is no route, whatever stands in its place", () => {
  const asked = unfolded("POST /v1/{pack}/staff/{thing}/{id}/{act}", { thing: "cases", act: "{act}" });
  expect(routes.map(({ method, path }) => `${method} ${path}`)).not.toContain(asked);
});
