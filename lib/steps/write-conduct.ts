import type { DeployedPolicy, OutgoingMail, Ports } from "#adapters/ports.ts";
import { conductLetter, type Incident } from "#core/customer/conduct.ts";
import { type ConductFields, conductMail } from "#core/message/conduct-letter.ts";

/** The letter about the newest judgement. @throws where nothing was judged that could be told. */
export const writeConduct = (ports: Ports, incident: Incident, ledger: string): OutgoingMail => {
  const deployed = ports.policies.current(incident.pack);
  if (deployed === undefined) throw new Error(`no policy of "${incident.pack}" is deployed`);
  const { name, language } = incident.reader;
  return {
    to: { name, address: incident.customer },
    fromName: deployed.policy.company,
    ...conductMail(language, fieldsOf(deployed, incident)),
    labels: { kind: "conduct", promise: conductLetter, language, ledger },
  };
};

const fieldsOf = ({ policy }: DeployedPolicy, incident: Incident): ConductFields => ({
  customerName: incident.reader.name,
  timeZone: incident.reader.timeZone,
  company: policy.company,
  reportedAt: incident.reportedAt,
  ...judgementFields(incident),
  clause: policy.conduct?.clause ?? "",
  terms: policy.terms,
  mailbox: policy.mailboxes.support ?? policy.mailboxes.complaints,
});

const judgementFields = ({
  told,
  judgement,
}: Incident): Pick<ConductFields, "outcome" | "until" | "bookings"> => {
  if (told === undefined || judgement === undefined) throw new Error("nothing was judged that could be told");
  return {
    outcome: told.says,
    until: judgement.outcome === "restriction" ? judgement.until : undefined,
    bookings: told.says === "lifted" ? undefined : whatBecame[judgement.openBookings],
  };
};

const whatBecame = { keep: "kept", cancel: "cancelled" } as const;
