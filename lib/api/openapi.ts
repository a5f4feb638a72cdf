import {
  componentSchemas,
  idempotencyKey,
  pathParameters,
  queryParameters,
  reference,
} from "./description/json-schemas.ts";
import type { Operation } from "./description/operation.ts";
import { operations } from "./description/operations.ts";
import { isIdempotent, responses } from "./description/responses.ts";
import { type Area, doorOf, type Route, type RouteKey, routes } from "./routes.ts";

/** The API as OpenAPI 3.1, from the schemas that parse its requests: each route, with what it answers and refuses. */
export const openApi = (): object => ({
  openapi: "3.1.1",
  info: {
    title: "Kept",
    version: "1",
    description: "Appointments and the promises around them. Errors are RFC 9457; `code` is stable.",
    license: { name: "MIT", identifier: "MIT" },
  },
  servers: [{ url: "/" }],
  tags: Object.entries(areas).map(([name, description]) => ({ name, description })),
  paths: paths(),
  components: { schemas: componentSchemas(), securitySchemes },
});

const areas: Readonly<Record<Area, string>> = {
  public: "What anybody may ask",
  link: "What the bearer of a mailed link may do",
  staff: "What signed-in staff of the company may do",
  personal: "All that is known about a customer, for managers",
};

const securitySchemes = {
  link: { type: "apiKey", in: "header", name: "Kept-Link", description: "The token of a link" },
  staff: { type: "http", scheme: "bearer", bearerFormat: "JWT" },
};

const paths = (): object => {
  const described = Map.groupBy<string, Route>(routes, ({ path }) => path);
  return Object.fromEntries(
    [...described].map(([path, those]) => [
      path,
      Object.fromEntries(those.map((route) => [route.method.toLowerCase(), operationOf(route)])),
    ]),
  );
};

const operationOf = (route: Route): object => {
  const operation: Operation = operations[`${route.method} ${route.path}` as RouteKey];
  const { summary, query, body } = operation;
  return {
    operationId: nameOf(route),
    summary,
    tags: [route.area],
    security: route.area === "public" ? [] : [{ [doorOf(route.area)]: [] }],
    parameters: [
      ...pathParameters(route.path),
      ...(query === undefined ? [] : queryParameters(query)),
      ...(isIdempotent(route) ? [idempotencyKey] : []),
    ],
    ...(body !== undefined && {
      requestBody: { required: true, content: { "application/json": { schema: reference(body) } } },
    }),
    responses: responses(route, operation),
  };
};

/** `post-v1-pack-appointments`: stable as long as the path is. */
const nameOf = ({ method, path }: Route): string =>
  `${method.toLowerCase()}${path.replaceAll(/[{}]/g, "").replaceAll(/[/.]+/g, "-")}`;
