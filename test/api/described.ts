import Ajv2020 from "ajv/dist/2020.js";
import { expect } from "vitest";
import { openApi } from "#api/openapi.ts";

/** The description as a client downloads it. */
const document = JSON.parse(JSON.stringify(openApi())) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { responses: Responses }>>>>;
};

type Responses = Readonly<Record<string, { content: Record<string, object> }>>;

// Formats are notes to the reader here: what a date-time is, is tested where it is written.
const ajv = new Ajv2020.default({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema(document, "openapi.json");

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: unknown;
}

/** Fails unless the description of that route knows this status, content type and body. */
export const expectDescribed = (method: string, path: string, { status, type, body }: Answer): void => {
  const media = type.split(";")[0] ?? "";
  const responses = document.paths[path]?.[method.toLowerCase()]?.responses;
  expect(Object.keys(responses ?? {}), `${method} ${path}`).toContain(String(status));
  expect(Object.keys(responses?.[status]?.content ?? {}), `${method} ${path} ${status}`).toContain(media);
  const place = [
    "paths",
    path,
    method.toLowerCase(),
    "responses",
    String(status),
    "content",
    media,
    "schema",
  ];
  const pointer = place.map((step) => encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1")));
  const validate = ajv.compile({ $ref: `openapi.json#/${pointer.join("/")}` });
  validate(body);
  const errors = ajv.errorsText(validate.errors);
  expect(errors, `${method} ${path} ${status}: ${errors}`).toBe("No errors");
};
