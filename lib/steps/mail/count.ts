import type { MailPorts } from "#adapters/ports.ts";
import { asMailEntry, type MailEntry, mailDay } from "#core/mail/registered.ts";
import { type Tally, tally } from "#core/mail/tally.ts";
import { day, type Instant, instant, plus } from "#core/time.ts";

type CountPorts = Pick<MailPorts, "table" | "rawMails">;

/** Holds the raw mails of the UTC day before this one against what became of them. */
export const countMails = async (
  ports: CountPorts,
  now: Instant,
): Promise<Tally & { readonly day: string }> => {
  const to = instant(`${mailDay(now)}T00:00:00.000Z`);
  const from = plus(to, -day);
  const days = [plus(from, -day), from, to].map(mailDay);
  const [raw, ...books] = await Promise.all([
    ports.rawMails.storedBetween(from, to),
    ...days.map((each) => bookOf(ports, each)),
  ]);
  return { day: mailDay(from), ...tally(raw, books.flat()) };
};

const bookOf = async ({ table }: CountPorts, of: string): Promise<MailEntry[]> =>
  (await table.list(`mails#${of}`, " ", "~")).map(asMailEntry);
