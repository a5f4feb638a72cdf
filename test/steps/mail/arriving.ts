import type { MailPorts } from "#adapters/ports.ts";
import type { Arrival } from "#core/mail/mail.ts";
import type { Item } from "#core/table.ts";
import { type Instant, instant } from "#core/time.ts";
import { withMail } from "../../builders/mail.ts";
import { aWorld } from "../../builders/world.ts";

const passed = { spf: "PASS", dkim: "PASS", dmarc: "PASS", spam: "PASS", virus: "PASS" } as const;

/** From Noor, to an address that no company has: it is kept back, whatever else is decided of mails. */
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

/** A bucket, and a world that receives what is in it. `reading` is done before a mail is read, and may fail. */
export const aMailRoom = (reading: (id: string) => void = () => undefined) => {
  const world = aWorld("2026-12-01T08:00:10.000Z");
  const stored = new Map<string, { readonly bytes: Uint8Array; readonly at: Instant }>();
  const ports: MailPorts = {
    ...withMail(world, ["bnc"]),
    mailReader: { read: async () => ({ unreadable: "nothing-in-it" }) },
    rawMails: {
      keptDays: 30,
      size: async (id) => stored.get(id)?.bytes.length,
      read: async (id) => {
        const found = stored.get(id);
        if (found === undefined) throw new Error("there is no such mail");
        reading(id);
        return found.bytes;
      },
      storedBetween: async (from, to) =>
        [...stored].flatMap(([id, { at }]) => (at >= from && at < to ? [id] : [])),
    },
  };
  return {
    world,
    ports,
    store: (id: string, at = "2026-12-01T08:00:01.000Z", text = "From: x\r\n\r\nHello") =>
      void stored.set(id, { bytes: new TextEncoder().encode(text), at: instant(at) }),
    heads: (): Item[] => world.table.all().filter(({ type }) => type === "mail"),
    keptBack: (): Item[] => world.table.all().filter(({ type }) => type === "quarantined"),
  };
};
