import { type ProblemCode, statusOf } from "../problem.ts";
import type { Area, Route } from "../routes.ts";
import { type JsonSchema, reference } from "./json-schemas.ts";
import type { Operation } from "./operation.ts";

/** The answer, and each problem with the codes that it may carry, by status. */
export const responses = (route: Route, { answer, problems, body }: Operation): JsonSchema => {
  const codes = [...problems, ...byArea[route.area], ...(body === undefined ? [] : ofBodies(route)), "fault"];
  return {
    [answer.status]: {
      description: "Done",
      content: contentOf(answer),
    },
    ...problemsByStatus([...new Set(codes)] as ProblemCode[]),
  };
};

const contentOf = ({ schema }: Operation["answer"]): JsonSchema =>
  schema === undefined
    ? { "application/octet-stream": { schema: { type: "string", format: "binary" } } }
    : { "application/json": { schema: reference(schema) } };

const byArea: Readonly<Record<Area, readonly ProblemCode[]>> = {
  public: [],
  link: ["link-invalid"],
  staff: ["unauthorized", "forbidden", "unknown-pack"],
  personal: ["unauthorized", "forbidden", "unknown-pack"],
};

const ofBodies = (route: Route): ProblemCode[] => [
  "invalid-request",
  "too-large",
  "busy",
  ...(isIdempotent(route) ? (["idempotency-key-missing", "idempotency-mismatch"] as const) : []),
];

/** Links carry the version that their page showed, which does the same. */
export const isIdempotent = ({ method, area }: Route): boolean => method !== "GET" && area !== "link";

const problemsByStatus = (codes: readonly ProblemCode[]): JsonSchema =>
  Object.fromEntries(
    [...Map.groupBy(codes, (code) => statusOf[code])].map(([status, some]) => [
      status,
      {
        description: some.join(", "),
        content: { "application/problem+json": { schema: problemWith(some) } },
      },
    ]),
  );

const problemWith = (codes: readonly ProblemCode[]): JsonSchema => ({
  allOf: [reference("Problem"), { properties: { code: { enum: codes } } }],
});
