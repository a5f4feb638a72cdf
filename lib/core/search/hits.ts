import type { Appointment } from "#core/appointment/appointment.ts";
import { namesIn } from "#core/appointment/view.ts";
import type { Case } from "#core/case/case.ts";
import { caseRow } from "#core/case/staff-view.ts";
import type { Policy } from "#core/policy/shape.ts";

/** A session that was found: enough to tell it from another, and to find its customer. */
export const sessionHit = (policy: Policy, it: Appointment) => ({
  code: it.code,
  status: it.status,
  start: it.start,
  sessionName: namesIn(policy, it, policy.languages[0] ?? it.language).sessionName,
  customer: it.customer.name,
  email: it.customer.email,
});

/** A case among others: where it stands, what it is about, whose it is, and since when. */
export const caseHit = (it: Case) => ({
  ...caseRow(it),
  topic: it.topic,
  customer: it.customer.name,
  receivedAt: it.receivedAt,
});
