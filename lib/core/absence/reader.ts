import type { Case, CasePromised } from "#core/case/case.ts";
import { isToStaff } from "#core/case/message-kind.ts";
import type { CaseReader } from "#core/case/reader.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Instant } from "#core/time.ts";
import type { Away } from "./absence.ts";
import { reach } from "./stand-in.ts";

type Company = Pick<Policy, "contacts" | "cases">;

/** The name and address of a person or a team. */
export const addressee = (
  { contacts, cases }: Company,
  who: string,
): { readonly name: string; readonly email: string } | undefined =>
  contacts?.persons.find(({ id }) => id === who) ?? cases?.teams.find(({ id }) => id === who);

/** Whether a message is for whoever has the case. */
export const isToHandler = ({ kind, to }: Pick<CasePromised, "kind" | "to">): boolean =>
  isToStaff(kind) && (to === undefined || to === "handler");

/**
 * The handler, or who stands in for them at that moment; `undefined` where they are not among the persons of the policy:
 * then their team reads it. Whom nobody stands in for reads it when they are back.
 */
export const handlerReader = (
  policy: Company & Pick<Policy, "languages">,
  { handler }: Pick<Case, "handler">,
  absences: readonly Away[],
  now: Instant,
): CaseReader | undefined => {
  if (handler === undefined || !policy.contacts?.persons.some(({ id }) => id === handler)) return undefined;
  const { who = handler } = reach(absences, handler, now);
  const reader = addressee(policy, who);
  return reader && { name: reader.name, address: reader.email, language: policy.languages[0] ?? "en" };
};
