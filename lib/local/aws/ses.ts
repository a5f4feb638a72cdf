import type { Outbox } from "../outbox.ts";
import type { Answer, Request } from "../server.ts";
import { AwsError } from "./aws-error.ts";
import { answerQuery, members, type QueryAction } from "./query.ts";

const namespace = "http://ses.amazonaws.com/doc/2010-12-01/";

/** SES as far as Kept uses it: raw mails with tags. What is accepted here is in the outbox. */
export const sesEndpoint = (outbox: () => Outbox) => {
  const sendRawEmail: QueryAction = (form) => {
    const data = form.get("RawMessage.Data");
    if (data === null || data === "")
      throw new AwsError("InvalidParameterValue", "RawMessage.Data is missing.");
    const source = form.get("Source");
    const messageId = outbox().mail({
      raw: Buffer.from(data, "base64"),
      destinations: [...form]
        .filter(([key]) => key.startsWith("Destinations.member."))
        .map(([, value]) => value),
      tags: Object.fromEntries(
        members(form, "Tags.member").map(({ Name = "", Value = "" }) => [Name, Value]),
      ),
      ...(source === null ? {} : { source }),
    });
    return { MessageId: messageId };
  };
  return async (request: Request): Promise<Answer> =>
    answerQuery("ses", namespace, { SendRawEmail: sendRawEmail }, request);
};
