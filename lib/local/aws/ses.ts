import type { MailFate } from "../mail-fate.ts";
import type { AcceptedMail, Outbox } from "../outbox.ts";
import type { Clock } from "../ports.ts";
import type { Answer, Request } from "../server.ts";
import { AwsError } from "./aws-error.ts";
import { answerQuery, members, type QueryAction } from "./query.ts";

const namespace = "http://ses.amazonaws.com/doc/2010-12-01/";

export interface Post {
  readonly outbox: Outbox;
  readonly mailFate: MailFate;
  readonly clock: Clock;
}

/** SES as far as Kept uses it: raw mails with tags. What is accepted here is in the outbox. */
export const sesEndpoint = (post: () => Post) => {
  const sendRawEmail: QueryAction = (form) => {
    const data = form.get("RawMessage.Data");
    if (data === null || data === "")
      throw new AwsError("InvalidParameterValue", "RawMessage.Data is missing.");
    const { outbox, mailFate, clock } = post();
    const { raw, ...envelope } = mailIn(form, data);
    const id = outbox.mail({ raw, ...envelope });
    mailFate.accepted({ id, at: clock.now(), ...envelope });
    return { MessageId: id };
  };
  return async (request: Request): Promise<Answer> =>
    answerQuery("ses", namespace, { SendRawEmail: sendRawEmail }, request);
};

const mailIn = (form: URLSearchParams, data: string): AcceptedMail => {
  const source = form.get("Source");
  const configurationSet = form.get("ConfigurationSetName");
  return {
    raw: Buffer.from(data, "base64"),
    destinations: [...form]
      .filter(([key]) => key.startsWith("Destinations.member."))
      .map(([, value]) => value),
    tags: Object.fromEntries(members(form, "Tags.member").map(({ Name = "", Value = "" }) => [Name, Value])),
    ...(source === null ? {} : { source }),
    ...(configurationSet === null ? {} : { configurationSet }),
  };
};
