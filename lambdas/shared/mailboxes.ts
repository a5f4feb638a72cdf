import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Ports } from "#adapters/ports.ts";
import { mailboxesWithJournal } from "#steps/mail/mailboxes.ts";
import { acting } from "./acting.ts";
import { answer } from "./problems.ts";

const list = async (ports: Ports, event: APIGatewayProxyEventV2) =>
  answer(200, { mailboxes: await mailboxesWithJournal(ports, acting(ports, event).company.policy) });

/** Where staff find the addresses for copies of what they write. */
export const mailboxes = { "GET /v1/{pack}/staff/mailboxes": list };
