import type { MailPorts } from "#adapters/ports.ts";
import type { Arrival } from "#core/mail/mail.ts";
import { day, type Instant, instant } from "#core/time.ts";
import type { TestWorld } from "../../builders/world.ts";

const passed = { spf: "PASS", dkim: "PASS", dmarc: "PASS", spam: "PASS", virus: "PASS" } as const;

/** From Noor, to a mailbox that no company has: whatever else is decided, it is kept back. */
export const anArrival = (id: string, changes: Partial<Arrival> = {}): Arrival => ({
  id,
  receivedAt: instant("2026-12-01T08:00:00.000Z"),
  sender: "noor@customer.example",
  recipients: ["whoever@kept.example"],
  verdicts: passed,
  from: "Noor <noor@customer.example>",
  subject: "Hello",
  ...changes,
});

export interface Bucket {
  readonly raw: Map<string, { readonly bytes: Uint8Array; readonly at: Instant }>;
  put(id: string, at: string, text?: string): void;
}

/** A mail room over a world in memory: `reads` says what reading does, beyond finding it unreadable. */
export const aMailRoom = (world: TestWorld, reads: () => void = () => undefined) => {
  const bucket: Bucket = {
    raw: new Map(),
    put: (id, at, text = "From: x\r\n\r\nHello") =>
      void bucket.raw.set(id, { bytes: new TextEncoder().encode(text), at: instant(at) }),
  };
  const ports: MailPorts = {
    ...world,
    packs: () => ["bnc"],
    mailReader: {
      read: async () => {
        reads();
        return { unreadable: "nothing-in-it" };
      },
      attachmentOf: async () => undefined,
    },
    rawMails: {
      keptDays: 30,
      size: async (id) => bucket.raw.get(id)?.bytes.length,
      read: async (id) => {
        const found = bucket.raw.get(id);
        if (found === undefined) throw new Error(`no raw mail ${id}`);
        return found.bytes;
      },
      storedBetween: async (from, to) =>
        [...bucket.raw].flatMap(([id, { at }]) => (at >= from && at < to ? [id] : [])),
    },
  };
  return { ports, bucket };
};

export const aDay = day;
