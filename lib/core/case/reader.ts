import type { CasePolicy } from "#core/policy/cases.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import type { Case, CasePromised } from "./case.ts";
import { isToStaff } from "./message-kind.ts";

/** Whom a message about a case goes to, and how they read it. */
export interface CaseReader {
  readonly name: string;
  readonly address: string;
  readonly language: Language;
}

/** Customers in their own language; staff in the company's first, at the team that has the case or hears of it. */
export const caseReader = (
  policy: Policy,
  it: Case,
  { kind, to }: Pick<CasePromised, "kind" | "to">,
): CaseReader => {
  const { customer, language } = it;
  if (!isToStaff(kind)) return { name: customer.name, address: customer.email, language };
  const own = policy.languages[0] ?? "en";
  const team = policy.cases?.teams.find(({ id }) => id === teamOf(it, policy.cases, to));
  // A team that left the policy since has no address here: the mail then fails, and a person hears of it.
  return team === undefined
    ? { name: it.team, address: "", language: own }
    : { name: team.name, address: team.email, language: own };
};

/** Handlers sign in by name and have no address here: their team's is where they read. */
const teamOf = (
  { team }: Case,
  cases: CasePolicy | undefined,
  to: CasePromised["to"],
): string | undefined => {
  if (to === undefined || to === "handler") return team;
  return typeof to === "object" ? to.team : cases?.receivers?.[to];
};
