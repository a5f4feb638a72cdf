import { daysAfter } from "../link/moment.ts";
import type { Customer } from "./booking.ts";
import type { Client, Failed } from "./client.ts";
import type { Finder } from "./find-times.ts";
import type { Reader } from "./reader.ts";
import { isGone, told } from "./refusal.ts";
import type { Stage } from "./stage.ts";
import type { Choosing } from "./state.ts";

/** What the form holds when its button is pressed; the dates are those of the waiting list, `until` included. */
export interface Filled {
  readonly customer: Customer;
  readonly feeAccepted: boolean;
  readonly from: string;
  readonly until: string;
}

/** Tells the host page: ids, codes and times, never who it is nor their token. */
export type Tell = (event: string, detail: object) => void;

export interface SenderSettings {
  readonly client: Client;
  readonly reader: Reader;
  readonly finder: Finder;
  readonly stage: Stage;
  readonly tell: Tell;
}

/** Sends what was filled in, and shows what came of it. */
export const createSender = ({ client, reader, finder, stage, tell }: SenderSettings) => {
  const { language, timeZone } = reader;

  const book = async (asked: Choosing, { customer, feeAccepted }: Filled): Promise<void> => {
    const { chosen, company, sessionType, fee } = asked;
    if (chosen === undefined) return;
    const session = { sessionType, start: chosen.start, customer, language, timeZone };
    const accepted = { termsVersion: company.terms.version, ...(fee && feeAccepted && { feeAccepted }) };
    const answer = await client.book({ ...session, ...accepted });
    if ("failed" in answer) return refused(asked, answer);
    const { id, code, start, end, host } = answer.found;
    stage.become({ at: "booked", company, booked: answer.found, email: customer.email });
    tell("booked", { id, code, start, end, host, sessionType });
  };

  const join = async (asked: Choosing, { customer, from, until }: Filled): Promise<void> => {
    const { company, sessionType } = asked;
    const session = { sessionType, customer, language, timeZone };
    const answer = await client.wait({ ...session, from, to: daysAfter(until, 1) });
    if ("failed" in answer) return refused(asked, answer);
    const { id, code, to } = answer.found;
    stage.become({ at: "waiting", company, place: answer.found, email: customer.email });
    tell("waiting", { id, code, from, to, sessionType });
  };

  const refused = async (asked: Choosing, failed: Failed): Promise<void> => {
    stage.change({ told: told(failed, asked.company, reader), ...(failed.fee && { fee: failed.fee }) });
    tell("refused", { code: failed.failed });
    if (failed.failed === "terms-not-current") await newTerms();
    if (isGone(failed) && asked.chosen !== undefined) await others(asked, asked.chosen.start);
  };

  const newTerms = async (): Promise<void> => {
    const answer = await client.company();
    if ("found" in answer) stage.change({ company: answer.found });
  };

  const others = async ({ sessionType, first }: Choosing, start: string): Promise<void> => {
    stage.change({ chosen: undefined });
    const search = Promise.all([finder.page(sessionType, first), finder.around(sessionType, start)]);
    await stage.seek(search, ([times, nearest]) => stage.change({ times, nearest }));
  };

  return (asked: Choosing, filled: Filled): Promise<void> =>
    asked.wish === "book" ? book(asked, filled) : join(asked, filled);
};
