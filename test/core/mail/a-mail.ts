import type { Arrival, ReadMail } from "#core/mail/mail.ts";

type Given = Partial<Omit<ReadMail, "headers">> & { readonly headers?: Readonly<Record<string, string>> };

/** A mail that Piet wrote, as far as nothing else is said. */
export const aMail = ({ headers = {}, ...given }: Given = {}): ReadMail => ({
  references: [],
  from: { name: "Piet de Vries", address: "piet@example.nl" },
  to: [],
  cc: [],
  subject: "Mijn omvormer",
  text: "De omvormer doet het niet.",
  attachments: [],
  ...given,
  headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
});

type Envelope = Pick<Arrival, "sender" | "forwardedBy">;

export const fromPiet: Envelope = { sender: "piet@example.nl" };
export const fromNobody: Envelope = { sender: "" };
