import type { CaseKindPolicy } from "#core/policy/cases.ts";
import type { Case } from "./case.ts";

type Placed = Pick<Case, "team" | "missing">;

/** Who takes it up, and which required fields of its topic nobody has filled. */
export const placed = (
  kind: CaseKindPolicy,
  topic: string | undefined,
  fields: Readonly<Record<string, string>>,
  /** Where it came in, if that says so. */
  teamThere?: string,
): Placed => {
  const about = kind.topics?.find(({ id }) => id === topic);
  const required = (about?.fields ?? []).filter((field) => field.required);
  return {
    team: about?.team ?? teamThere ?? kind.team,
    missing: required.filter(({ id }) => (fields[id] ?? "").trim() === "").map(({ id }) => id),
  };
};
