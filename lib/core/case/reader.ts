import type { CasePolicy } from "#core/policy/cases.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import type { Case, CasePromised } from "./case.ts";
import { isToStaff } from "./message-kind.ts";
import { asksThirdParty } from "./request.ts";
import type { Words } from "./words.ts";

/** Whom a message about a case goes to, and how they read it. */
export interface CaseReader {
  readonly name: string;
  readonly address: string;
  readonly language: Language;
}

/**
 * Customers in their own language, and so whoever staff ask about their case; staff in the company's first, at the team
 * that has the case or hears of it.
 */
export const caseReader = (
  policy: Policy,
  it: Case,
  promised: Pick<CasePromised, "kind" | "to" | "entry">,
  { thirdParty }: Words = {},
): CaseReader => {
  const { customer, language } = it;
  if (toThirdParty(it, promised))
    return { name: thirdParty?.name ?? "", address: thirdParty?.email ?? "", language };
  return isToStaff(promised.kind)
    ? ofTeam(policy, it, promised)
    : { name: customer.name, address: customer.email, language };
};

const ofTeam = (policy: Policy, it: Case, { to }: Pick<CasePromised, "to">): CaseReader => {
  const language = policy.languages[0] ?? "en";
  const team = policy.cases?.teams.find(({ id }) => id === teamOf(it, policy.cases, to));
  // A team that left the policy since has no address here: the mail then fails, and a person hears of it.
  return team === undefined
    ? { name: it.team, address: "", language }
    : { name: team.name, address: team.email, language };
};

/** A question that staff put to somebody else than the customer. Where it was erased, nobody is there to write to. */
export const toThirdParty = (it: Case, { kind, entry }: Pick<CasePromised, "kind" | "entry">): boolean =>
  kind === "information-request" && asksThirdParty(it, entry);

/** Handlers sign in by name and have no address here: their team's is where they read. */
const teamOf = (
  { team }: Case,
  cases: CasePolicy | undefined,
  to: CasePromised["to"],
): string | undefined => {
  if (to === undefined || to === "handler") return team;
  return typeof to === "object" ? to.team : cases?.receivers?.[to];
};
