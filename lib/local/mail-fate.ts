import type { Instant } from "#core/time.ts";
import type { Posted } from "./outbox.ts";
import type { MailDestination } from "./template/records.ts";

/** Plays the world's mail servers: they take every mail, and send one back when somebody asks for it. */
export interface MailFate {
  /** SES took it and its recipient's server took it, in that moment. */
  accepted(mail: Posted): void;
  /** It comes back for good, as if the mailbox did not exist. */
  bounced(mail: Posted): void;
}

export interface MailFateSettings {
  readonly destinations: readonly MailDestination[];
  readonly publish: (topicArn: string, text: string) => void;
  readonly now: () => Instant;
}

/** Reports what SES would, where the configuration set that a mail was sent with sends its events. */
export const createMailFate = ({ destinations, publish, now }: MailFateSettings): MailFate => {
  const report = (eventType: string, mail: Posted, more: object): void => {
    const event = JSON.stringify({ eventType, mail: mailOf(mail), [eventType.toLowerCase()]: more });
    for (const { configurationSet, eventTypes, topicArn } of destinations)
      if (configurationSet === mail.configurationSet && eventTypes.includes(eventType.toLowerCase()))
        publish(topicArn, event);
  };
  return {
    accepted: (mail) => {
      report("Send", mail, {});
      report("Delivery", mail, { timestamp: now(), recipients: mail.destinations });
    },
    bounced: (mail) =>
      report("Bounce", mail, {
        timestamp: now(),
        bounceType: "Permanent",
        bounceSubType: "NoEmail",
        bouncedRecipients: mail.destinations.map((emailAddress) => ({ emailAddress, action: "failed" })),
      }),
  };
};

const mailOf = ({ id, at, destinations, tags, configurationSet, source }: Posted) => ({
  timestamp: at,
  messageId: id,
  source,
  destination: destinations,
  tags: {
    "ses:configuration-set": [configurationSet],
    ...Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
  },
});
