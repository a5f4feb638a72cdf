import type { Outbox } from "../outbox.ts";
import type { Answer, Request } from "../server.ts";
import { AwsError } from "./aws-error.ts";
import { answerQuery, members, type QueryAction } from "./query.ts";

const namespace = "http://sns.amazonaws.com/doc/2010-03-31/";
const e164 = /^\+[1-9]\d{6,14}$/;

/** SNS as far as Kept uses it: a text to a phone, which ends in the outbox. */
export const snsEndpoint = (outbox: () => Outbox) => {
  const publish: QueryAction = (form) => {
    const to = form.get("PhoneNumber");
    if (to === null)
      throw new AwsError("InvalidParameter", "The local world publishes to phone numbers only.");
    if (!e164.test(to))
      throw new AwsError("InvalidParameter", `Invalid parameter: PhoneNumber Reason: ${to} is not E.164`);
    return {
      MessageId: outbox().text({ to, text: form.get("Message") ?? "", attributes: attributesIn(form) }),
    };
  };
  return async (request: Request): Promise<Answer> =>
    answerQuery("sns", namespace, { Publish: publish }, request);
};

const attributesIn = (form: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    members(form, "MessageAttributes.entry").map((entry) => [
      entry["Name"] ?? "",
      entry["Value.StringValue"] ?? "",
    ]),
  );
