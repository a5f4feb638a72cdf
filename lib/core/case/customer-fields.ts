import type { CaseFields, CustomerCaseFields } from "#core/message/case-fields.ts";
import type { Case } from "./case.ts";
import { mailboxAddress } from "./circumstances.ts";
import type { CaseMailFacts } from "./mail-facts.ts";
import { isToStaff } from "./message-kind.ts";
import { topicName } from "./named.ts";
import { owedFields } from "./owed-fields.ts";

/** What every message says about its case. */
export const about = ({ rules, case: it, reader, now, url }: CaseMailFacts): CaseFields => ({
  company: rules.policy.company,
  number: it.number,
  caseKind: it.kind,
  topic: topicName(rules.kind, it, reader.language),
  receivedAt: it.receivedAt,
  team: rules.cases.teams.find(({ id }) => id === it.team)?.name ?? it.team,
  owed: owedFields(rules.kind, it, now),
  timeZone: rules.policy.timeZone,
  url,
});

/** What every message to the customer says. */
export const toCustomer = (facts: CaseMailFacts): CustomerCaseFields => ({
  ...about(facts),
  customerName: facts.case.customer.name,
  mailbox: mailboxAddress(facts.rules.policy, facts.case),
  text: facts.words.text,
  terms: reachedBefore(facts.case) ? undefined : facts.rules.policy.terms,
});

/** Whether any message about the case has gone out to its customer: the first names the terms. */
const reachedBefore = ({ promises }: Case): boolean =>
  Object.values(promises).some(
    ({ kind, state }) => !isToStaff(kind) && (state === "kept" || state === "late"),
  );
