import type { Policy } from "#core/policy/shape.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import type { Instant } from "#core/time.ts";
import type { Appointment } from "./appointment.ts";
import { revisable } from "./change.ts";
import { noticeGiven, noticeUntil } from "./notice.ts";

/** Where an appointment stands now, for the customer whom it belongs to: nothing of anybody else. */
export const appointmentView = (policy: Policy, appointment: Appointment, now: Instant) => {
  const { code, version, status, language, timeZone, start, end } = appointment;
  return {
    pack: appointment.pack,
    purpose: "appointment",
    version,
    status,
    actions: actions(appointment, now),
    company: policy.company,
    language,
    timeZone,
    appointment: { code, start, end, ...namesIn(policy, appointment) },
    ...noticeView(policy, appointment, now),
    terms: { version: policy.terms.version, url: policy.terms.url },
  };
};

/** The same for staff of the company, who also see whose it is and what became of each promise. */
export const staffView = (policy: Policy, appointment: Appointment, now: Instant) => {
  const { customer, promises, revision, attendance, silentSince, closesAt, feedback } = appointment;
  return {
    ...appointmentView(policy, appointment, now),
    id: appointment.code,
    customer,
    promises,
    ...(revision !== undefined && { revision }),
    ...(attendance !== undefined && { attendance }),
    ...(silentSince !== undefined && { silentSince }),
    ...(closesAt !== undefined && { closesAt }),
    ...(feedback !== undefined && { feedback }),
  };
};

/** The session that the customer is asked about, and what they have said so far. */
export const feedbackView = (policy: Policy, appointment: Appointment) => {
  const { pack, code, version, status, language, timeZone, start, end, feedback } = appointment;
  return {
    pack,
    purpose: "feedback",
    version,
    status,
    actions: ["feedback"],
    company: policy.company,
    language,
    timeZone,
    appointment: { code, start, end, ...namesIn(policy, appointment) },
    ...(feedback !== undefined && { feedback }),
    terms: { version: policy.terms.version, url: policy.terms.url },
  };
};

/** What a button would do at this moment; none for what can no longer be done. */
const actions = (appointment: Appointment, now: Instant): readonly ("confirm" | "change" | "cancel")[] =>
  revisable(appointment, undefined, now) === undefined ? ["confirm", "change", "cancel"] : [];

/** What session type and host are called: in the customer's language, or in another. */
export const namesIn = (
  policy: Policy,
  { sessionType, host, language }: Appointment,
  spoken: Language = language,
) => {
  const { sessionTypes = [], hosts = [] } = policy.appointments ?? {};
  return {
    sessionType,
    sessionName: sessionTypes.find(({ id }) => id === sessionType)?.name[spoken] ?? sessionType,
    host,
    hostName: hosts.find(({ id }) => id === host)?.name ?? host,
  };
};

const noticeView = ({ appointments }: Policy, appointment: Appointment, now: Instant) =>
  appointments && {
    notice: {
      atLeast: appointments.notice.atLeast,
      until: noticeUntil(appointments.notice, appointment.start),
      now: noticeGiven(appointments.notice, appointment, now),
    },
  };
