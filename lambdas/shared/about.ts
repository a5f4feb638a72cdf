import { customerRules } from "#core/appointment/customer-rules.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Instant } from "#core/time.ts";
import { answer, refuse } from "./problems.ts";

/** What a page needs to know of a company before anything else. */
export const about = ({ company, languages, terms, mailboxes }: Policy): object => ({
  company,
  languages,
  terms: { version: terms.version, url: terms.url },
  mailboxes,
});

export const sessionTypes = ({ appointments }: Policy): object => ({
  sessionTypes: (appointments?.sessionTypes ?? []).map(({ id, name, minutes }) => ({ id, name, minutes })),
});

export const rulesOf = (policy: Policy, now: Instant) => {
  const rules = customerRules(policy, now);
  return rules === undefined
    ? refuse({ refused: "no-appointments", detail: `${policy.company} takes no appointments here.` })
    : answer(200, rules);
};
