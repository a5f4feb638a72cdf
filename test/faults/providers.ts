import type { Mailer, Sending, Texter } from "#adapters/ports.ts";
import type { Taken } from "../witness/evidence.ts";

/** How the next send ends, and whether the provider took the message all the same. */
export type Ending = "accepted" | "throttled" | "rejected" | "lost" | "lost-but-taken";

export interface Providers {
  readonly mailer: Mailer;
  readonly texter: Texter;
  readonly outbox: Taken[];
  /** What the next sends come to; when it is empty they are accepted. */
  readonly endings: Ending[];
}

type Labelled = { readonly kind: string; readonly ledger: string };

/** Providers that keep a book of what they took, whatever they answer. */
export const createProviders = (): Providers => {
  const outbox: Taken[] = [];
  const endings: Ending[] = [];
  const take = (
    channel: Taken["channel"],
    { kind, ledger }: Labelled,
    to: string,
    content: string,
  ): Sending => {
    const ending = endings.shift() ?? "accepted";
    const messageId = `message-${outbox.length + 1}`;
    if (ending === "accepted" || ending === "lost-but-taken")
      outbox.push({ ledger, kind, channel, to, content, messageId });
    return answerTo(ending, messageId);
  };
  return {
    outbox,
    endings,
    mailer: {
      send: async ({ to, subject, text, html, labels }) =>
        take("email", labels, to.address, [subject, text, html].join("\n")),
    },
    texter: { send: async ({ to, text, labels }) => take("sms", labels, to, text) },
  };
};

const answerTo = (ending: Ending, messageId: string): Sending => {
  switch (ending) {
    case "accepted":
      return { outcome: "accepted", messageId };
    case "throttled":
      return { outcome: "throttled", reason: "throttling" };
    case "rejected":
      return { outcome: "rejected", reason: "message-rejected" };
    case "lost":
    case "lost-but-taken":
      return { outcome: "unknown", reason: "timeout" };
  }
};
