import { createHmac } from "node:crypto";
import * as z from "zod/mini";
import type { ElsewhereAnswer, ElsewhereErrand } from "#core/case/elsewhere-answer.ts";
import { epoch, type Instant } from "#core/time.ts";
import { isSuccess, notTold } from "./elsewhere-answers.ts";
import { ask } from "./elsewhere-http.ts";
import type { PctAccess } from "./elsewhere-secret.ts";

/** What a receiver may answer; one that says nothing is as good. */
const reply = z.object({ id: z.string().check(z.regex(/^[\w.:/-]{1,100}$/)) });

const events = {
  register: "case.registered",
  update: "case.updated",
  close: "case.closed",
  reopen: "case.reopened",
} as const;

/**
 * Tells PCT by a signed webhook, in the form of Standard Webhooks: `webhook-id` is the same at each attempt, so that a
 * receiver takes it once, and `sequence` lets it drop one that was overtaken.
 * @param page where staff see the case.
 */
export const tellPct = async (
  errand: ElsewhereErrand & { readonly page: string },
  { url, secret }: PctAccess,
  { now, signal }: { readonly now: Instant; readonly signal: AbortSignal },
): Promise<ElsewhereAnswer> => {
  const id = `${errand.pack}-${errand.number}-${errand.seq}`;
  const timestamp = String(Math.floor(epoch(now) / 1000));
  const body = bodyOf(errand);
  const heard = await ask(url, {
    method: "POST",
    signal,
    headers: {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": timestamp,
      "webhook-signature": `v1,${signed(secret, `${id}.${timestamp}.${body}`)}`,
    },
    body,
  });
  if (!isSuccess(heard)) return notTold(heard);
  const read = reply.safeParse(heard.body);
  return {
    outcome: "told",
    remote: { id: errand.number, ...(read.success && { reference: read.data.id }) },
  };
};

/** The same bytes at each attempt: nothing in it says when it is sent. */
const bodyOf = (errand: ElsewhereErrand & { readonly page: string }): string => {
  const { pack, number, receivedAt, what, seq, page, picture } = errand;
  const { standing: status, kind, team } = picture;
  const milestones = picture.milestones.map(({ name, state, due }) => ({ name, state, due }));
  const data = { pack, number, kind, status, team, receivedAt, milestones, page };
  return JSON.stringify({ type: events[what], sequence: seq, data });
};

const signed = (secret: string, text: string): string =>
  createHmac("sha256", Buffer.from(secret.replace(/^whsec_/, ""), "base64"))
    .update(text)
    .digest("base64");
