import type * as z from "zod";
import { personalAnswers } from "#api/personal-answers.ts";
import type { ExitCode, Given } from "../command.ts";
import { customerPath } from "../customer-path.ts";
import type { Io } from "../io.ts";
import { Mistake, UsageMistake } from "../mistake.ts";
import { staffCall } from "../staff-call.ts";
import { forgetLocally } from "./local.ts";

type Forgetting = z.infer<typeof personalAnswers.Forgetting>;

/**
 * `kept forget`: erases a customer, step by step, until nothing is left. Ends with 0 when that is so; with 1 when something
 * is still open, or is being sent at this moment: then it is run again.
 */
export const forgetCustomer = async (given: Given, io: Io): Promise<ExitCode> => {
  const path = customerPath(given);
  const reason = given.text("reason");
  if (reason === undefined) throw new UsageMistake("missing: --reason");
  const come = await toTheEnd(given, path, { reason, evenOpen: given.flag("even-open") });
  if (come.done) await forgetLocally(given, come.codes);
  io.out(given.flag("json") ? `${JSON.stringify(come, undefined, 2)}\n` : told(come));
  return come.done ? 0 : 1;
};

/** So many requests read the table forty times: more means that something is wrong. */
const mostRequests = 400;

const toTheEnd = async (given: Given, path: string, body: object): Promise<Forgetting> => {
  const call = staffCall(given);
  for (let count = 0; count < mostRequests; count += 1) {
    const come = await call.post(`${path}/forget`, body, personalAnswers.Forgetting);
    if (come.done || come.busy.length > 0) return come;
  }
  throw new Mistake("it does not come to an end: see the log of the function kept-personal-api");
};

const told = ({ done, codes, mails, busy, mentions }: Forgetting): string => {
  const lines = done
    ? [`Forgotten: ${codes.length} sessions, cases and the like, and ${mails} mails.`]
    : [`Not yet: ${busy.join(", ")} is being written to at this moment. Run it again in some minutes.`];
  if (mentions.length > 0)
    lines.push(`The address also stands in ${mentions.join(", ")}, which belongs to others: look there.`);
  return `${lines.join("\n")}\n`;
};
