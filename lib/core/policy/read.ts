import * as z from "zod";
import { type Policy, policyShape } from "./shape.ts";

/** One thing that is wrong with a policy: where, what, and what to write instead. */
export interface PolicyMistake {
  /** As one would write it in code: `appointments.reminders[0].before`. */
  readonly place: string;
  readonly message: string;
}

/** Unknown keys are mistakes too: a misspelt promise would otherwise be one that nobody keeps. */
export const readPolicy = (document: unknown): { policy: Policy } | { mistakes: PolicyMistake[] } => {
  const parsed = policyShape.safeParse(document, { reportInput: true });
  return parsed.success ? { policy: parsed.data } : { mistakes: parsed.error.issues.flatMap(mistakes) };
};

const mistakes = (issue: z.core.$ZodIssue): PolicyMistake[] => {
  if (isMissing(issue)) return [{ place: place(issue.path), message: `missing: add it (${issue.message})` }];
  if (issue.code !== "unrecognized_keys") return [{ place: place(issue.path), message: issue.message }];
  return issue.keys.map((key) => ({
    place: place([...issue.path, key]),
    message: `no such setting "${key}": remove it, or look its name up in docs/policy.md`,
  }));
};

const isMissing = (issue: z.core.$ZodIssue): boolean =>
  (issue.code === "invalid_type" || issue.code === "invalid_value") && issue.input === undefined;

const place = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, step) =>
      typeof step === "number" ? `${text}[${step}]` : text === "" ? String(step) : `${text}.${String(step)}`,
    "",
  ) || "the document";

/** The document's own schema, for editors: `policies/policy.schema.json` is this, kept equal by a test. */
export const policySchema = (): object => z.toJSONSchema(policyShape, { io: "input" });
