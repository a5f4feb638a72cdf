import type { CaseRequest } from "#core/case/register.ts";
import { aCaseWorld, aRegisteredCase, type CaseWorld, policyOf, theCase } from "./case.ts";

export const ines = { name: "Inés Vega", email: "ines@partner.example" };

/** Friday 6 November 2026, 16:30 in Berlin: half an hour before the company closes. */
const friday = "2026-11-06T15:30:00.000Z";

export const anInquiry = (changes: Partial<CaseRequest> = {}): Partial<CaseRequest> => ({
  kind: "inquiry",
  topic: undefined,
  fields: { description: "How do I move a licence?" },
  customer: ines,
  language: "de",
  channel: "mail",
  mailbox: "support",
  ...changes,
});

export const expandit = (now = friday) => aCaseWorld(policyOf("expandit"), now);
export const taxdome = (now = friday) => aCaseWorld(policyOf("taxdome"), now);

export const promised = async (world: CaseWorld, changes: Partial<CaseRequest> = {}) => {
  const { number, milestones } = await aRegisteredCase(world, anInquiry(changes));
  return { number, dues: Object.fromEntries(milestones.map(({ name, due }) => [name, due])) };
};

export const statesOf = async (world: CaseWorld, number: string) =>
  Object.fromEntries((await theCase(world, number)).milestones.map(({ id, state }) => [id, state]));
