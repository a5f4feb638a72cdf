import type { Ports, Sending } from "#adapters/ports.ts";
import { StillClaimed, Throttled } from "#core/errors.ts";
import { asSend, claimSend, releaseSend, type Send, type SendOutcome } from "#core/message/send.ts";
import type { Key, Write } from "#core/table.ts";

/** How the one attempt that a ledger key allows has ended, and which run's claim it was. */
export interface Attempt {
  readonly claim: string;
  readonly outcome: SendOutcome;
}

/**
 * Claims the ledger key together with `owed`, the check that the message is still wanted, then sends. A claim that this
 * process does not live to settle is found by the sweeper through its wake.
 * @returns `not-owed` when the check failed: something was committed meanwhile that made the message void.
 * @throws StillClaimed while another run may be at it; Throttled when the provider refused for now.
 */
export const sendOnce = async (
  ports: Ports,
  key: Key,
  owed: Write,
  send: () => Promise<Sending>,
): Promise<Attempt | "not-owed"> => {
  const claim = ports.newId();
  const result = await ports.table.commit([claimSend(key, claim, ports.now()), owed]);
  if (result.committed) return { claim, outcome: await attempt(ports, key, claim, send) };
  if (!result.refused.includes(0)) return "not-owed";
  const item = await ports.table.get(key);
  if (item === undefined) throw new StillClaimed("the claim was released a moment ago");
  return standing(asSend(item), ports);
};

const attempt = async (
  ports: Ports,
  key: Key,
  claim: string,
  send: () => Promise<Sending>,
): Promise<SendOutcome> => {
  const sending = await send();
  switch (sending.outcome) {
    case "accepted":
      return { state: "sent", messageId: sending.messageId };
    case "rejected":
      return { state: "failed", reason: sending.reason };
    case "unknown":
      return { state: "unknown", reason: sending.reason };
    case "throttled":
      await ports.table.commit([releaseSend(key, claim)]);
      throw new Throttled(sending.reason);
  }
};

/** What an earlier claim means now: a lease that is over means that its run died, perhaps after sending. */
const standing = (send: Send, ports: Ports): Attempt => {
  const { claim } = send;
  if (send.state !== "claimed") return { claim, outcome: recorded(send) };
  if (ports.now() < send.leaseUntil) throw new StillClaimed("another run may still be sending this");
  return { claim, outcome: lost };
};

/** Never a second send: whether the first went out is for the provider's events, or a person, to say. */
export const lost: SendOutcome = { state: "unknown", reason: "the run that claimed it never came back" };

const recorded = (send: Send): SendOutcome =>
  send.state === "sent"
    ? { state: "sent", messageId: send.messageId ?? "" }
    : {
        state: send.state === "failed" || send.state === "bounced" ? "failed" : "unknown",
        reason: send.reason ?? "",
      };
