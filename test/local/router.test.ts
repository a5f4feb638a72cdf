import { expect, test } from "vitest";
import { createRouter } from "#local/router.ts";

const keys = [
  "GET /v1/{pack}/about",
  "GET /v1/link/about",
  "ANY /v1/{pack}/about",
  "GET /v1/{rest+}",
  "POST /v1/{pack}/staff/cases/{id}/{action}",
];
const router = (routeKeys: readonly string[]) => {
  const find = createRouter(routeKeys.map((routeKey) => ({ routeKey, functionName: "f", signedIn: false })));
  return (method: string, path: string) => {
    const match = find(method, path);
    return match && [match.route.routeKey, match.pathParameters];
  };
};
const find = router(keys);

test.each([
  ["a variable takes one segment", "GET", "/v1/solar/about", ["GET /v1/{pack}/about", { pack: "solar" }]],
  ["a fixed segment wins over a variable", "GET", "/v1/link/about", ["GET /v1/link/about", {}]],
  ["ANY takes the other methods", "PUT", "/v1/solar/about", ["ANY /v1/{pack}/about", { pack: "solar" }]],
  ["a greedy variable takes the rest", "GET", "/v1/a/b/c", ["GET /v1/{rest+}", { rest: "a/b/c" }]],
  [
    "variables are decoded",
    "POST",
    "/v1/solar/staff/cases/C%201/close",
    ["POST /v1/{pack}/staff/cases/{id}/{action}", { pack: "solar", id: "C 1", action: "close" }],
  ],
  [
    "an encoding that is none stays as it is",
    "GET",
    "/v1/%E0%A4%A/about",
    ["GET /v1/{pack}/about", { pack: "%E0%A4%A" }],
  ],
])("%s", (_, method, path, expected) => expect(find(method, path)).toEqual(expected));

test("an empty segment is nobody's variable, and another path leads nowhere", () => {
  expect(router(["GET /v1/{pack}/about"])("GET", "/v1//about")).toBeUndefined();
  expect(find("DELETE", "/elsewhere")).toBeUndefined();
});

test("the default route takes what is left", () => {
  expect(router(["$default", "GET /a"])("POST", "/x/y")).toEqual(["$default", {}]);
});

test("a key that is no route is refused at the start", () => {
  expect(() => router(["GET about"])).toThrow('"GET about" is not a route key.');
});
