import type { Arrival } from "#core/mail/mail.ts";
import { instant } from "#core/time.ts";

/** Something that a customer writes; its words say nothing that anybody has to decide. */
const paragraph =
  "Sinds zondag geeft de omvormer geen stroom meer. Op het scherm staat een fout, en na een nieuwe start komt die terug. ";

/** A complaint with a plain and an HTML part, as mail programs write it, about so many bytes long. */
export const letter = (number: number, bytes: number): Uint8Array => {
  const half = Math.max(1, Math.floor((bytes - 700) / 2 / (paragraph.length + 8)));
  const lines = [
    `From: Noor Bakker <noor${number}@customer.example>`,
    "To: complaints@solar.example",
    `Subject: Klacht over omvormer ${number}`,
    `Message-ID: <letter-${number}-${bytes}@customer.example>`,
    "Date: Tue, 01 Dec 2026 09:00:00 +0100",
    "MIME-Version: 1.0",
    'Content-Type: multipart/alternative; boundary="parts"',
    "",
    "--parts",
    "Content-Type: text/plain; charset=utf-8",
    "",
    Array.from({ length: half }, () => paragraph).join("\r\n"),
    "--parts",
    "Content-Type: text/html; charset=utf-8",
    "",
    Array.from({ length: half }, () => `<p>${paragraph}</p>`).join("\r\n"),
    "--parts--",
    "",
  ];
  return new TextEncoder().encode(lines.join("\r\n"));
};

const passed = { spf: "PASS", dkim: "PASS", dmarc: "PASS", spam: "PASS", virus: "PASS" } as const;

export const arrivalOf = (number: number): Arrival => ({
  id: `mail-${number}`,
  receivedAt: instant("2026-12-01T08:00:00.000Z"),
  sender: `noor${number}@customer.example`,
  recipients: ["complaints@solar.example"],
  verdicts: passed,
});
