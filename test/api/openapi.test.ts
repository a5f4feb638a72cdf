import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { openApi } from "#api/openapi.ts";
import { statusOf } from "#api/problem.ts";
import { routes } from "#api/routes.ts";

const described = JSON.parse(JSON.stringify(openApi())) as {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Schema> };
};

interface Schema {
  readonly properties?: object;
  readonly additionalProperties?: unknown;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

interface Described {
  readonly operationId: string;
  readonly security: object[];
  readonly parameters: { readonly name: string; readonly required: boolean }[];
  readonly responses: Record<string, unknown>;
}

const operations = Object.values(described.paths).flatMap((path) => Object.values(path));

test("the description is a valid OpenAPI 3.1 document", async () => {
  const validator = new Validator();
  const result = await validator.validate(structuredClone(described));
  expect(result.errors ?? []).toEqual([]);
  expect([result.valid, validator.version]).toEqual([true, "3.1"]);
});

test("a document with a mistake in it is told apart", async () => {
  const wrong = { ...described, paths: { "/v1": { get: { responses: "none" } } } };
  expect((await new Validator().validate(wrong)).valid).toBe(false);
});

test("it describes every route that there is, and no other", () => {
  const paths = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(paths.sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
});

test("each operation has a name of its own", () => {
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(routes.length);
});

test("every code of a problem is described by some route", () => {
  const text = JSON.stringify(operations);
  const missing = Object.keys(statusOf).filter((code) => !text.includes(`"${code}"`));
  expect(missing).toEqual([]);
});

test("what is posted needs an Idempotency-Key, except by a link", () => {
  const keyed = Object.entries(described.paths)
    .filter(([, { post }]) =>
      post?.parameters.some(({ name, required }) => name === "Idempotency-Key" && required),
    )
    .map(([path]) => path);
  const posted = routes.filter(({ method, area }) => method === "POST" && area !== "link");
  expect(keyed.sort()).toEqual(posted.map(({ path }) => path as string).sort());
});

test("what is sent is described as strictly as it is read", () => {
  const bodies = Object.entries(described.components.schemas).filter(([name]) => name.endsWith("Request"));
  // One of several forms is strict where each of them is.
  const forms = bodies.flatMap(([, body]) => body.oneOf ?? body.anyOf ?? [body]);
  expect(forms.map(({ additionalProperties }) => additionalProperties)).toEqual(forms.map(() => false));
});
