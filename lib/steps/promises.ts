import type { Made, Ports } from "#adapters/ports.ts";
import { asAbsence } from "#core/absence/absence.ts";
import { absenceRows } from "#core/absence/ledger.ts";
import { type Case, isWorkedOn } from "#core/case/case.ts";
import { listedNumber, listKey, openOnes, overOnes } from "#core/case/listed.ts";
import { asChange } from "#core/change.ts";
import { asRound, roundRow } from "#core/contact/round.ts";
import { appointmentRows, caseRows, monthsOf, type Stretch } from "#core/ledger/ledger.ts";
import type { LedgerRow } from "#core/ledger/row.ts";
import { type Ending, endingsOf } from "#core/ledger/satisfaction.ts";
import { earliest, type Instant, plus } from "#core/time.ts";
import { readCaseOrRemainder } from "./case/read.ts";
import { policyOf } from "./case/rules.ts";

export interface LedgerPage {
  readonly rows: readonly LedgerRow[];
  /** Of the same cases: each that came to an end, and whether its customer was satisfied. */
  readonly endings: readonly Ending[];
  /** Where the next page begins; absent on the last. */
  readonly next?: Instant;
}

/** Of each sort; a head is read for every one of them. */
const perPage = 100;

/**
 * What was promised about appointments that were booked or changed, and cases that were received, in that stretch of time,
 * and how it stands now. A page ends at a moment: it holds everything before `next`, and nothing after.
 */
export const readPromises = async (ports: Ports, pack: string, asked: Stretch): Promise<LedgerPage> => {
  const versions = await versionsMade(ports, pack, asked, perPage + 1);
  const cases = await casesReceived(ports, pack, asked);
  const cut = earliest(
    [versions[perPage]?.madeAt, cases[perPage]?.receivedAt].filter((at) => at !== undefined),
  );
  if (cut === undefined) return pageOf(ports, pack, versions, cases);
  // More at one moment than a page holds: that moment is a page of its own, however long.
  if (cut === asked.from) return atOneMoment(ports, pack, asked, cases);
  const before = versions.filter(({ madeAt }) => madeAt < cut);
  const received = cases.filter(({ receivedAt }) => receivedAt < cut);
  return { ...(await pageOf(ports, pack, before, received)), next: cut };
};

const atOneMoment = async (
  ports: Ports,
  pack: string,
  { from, to }: Stretch,
  cases: readonly Received[],
): Promise<LedgerPage> => {
  const next = plus(from, 1);
  const versions = await versionsMade(ports, pack, { from, to: next }, atOnce);
  const received = cases.filter(({ receivedAt }) => receivedAt < next);
  return { ...(await pageOf(ports, pack, versions, received)), ...(next < to && { next }) };
};

/** In one millisecond: nobody books that fast, outside a clock that stands still. */
const atOnce = 10_000;

const versionsMade = async (ports: Ports, pack: string, asked: Stretch, limit: number): Promise<Made[]> => {
  const found: Made[] = [];
  for (const month of monthsOf(asked)) {
    if (found.length >= limit) break;
    found.push(...(await ports.table.made(`${pack}#${month}`, asked, limit - found.length)));
  }
  return found;
};

interface Received {
  readonly receivedAt: Instant;
  readonly number: string;
}

/** The list of cases is in order of their receipt, those that are over apart. */
const casesReceived = async (ports: Ports, pack: string, { from, to }: Stretch): Promise<Received[]> => {
  const lists = await Promise.all(
    [openOnes, overOnes].map(async ({ from: prefix }) => {
      const items = await ports.table.list(listKey(pack), `${prefix}${from}`, `${prefix}${to}`);
      return items.map((item) => ({
        receivedAt: item.sk.slice(prefix.length).split("#")[0] as Instant,
        number: listedNumber(item),
      }));
    }),
  );
  return lists.flat().toSorted((one, other) => (one.receivedAt < other.receivedAt ? -1 : 1));
};

const pageOf = async (
  ports: Ports,
  pack: string,
  versions: readonly Made[],
  received: readonly Received[],
): Promise<Pick<LedgerPage, "rows" | "endings">> => {
  const found = await Promise.all(received.map(({ number }) => readCaseOrRemainder(ports, { pack, number })));
  const cases = found.filter((it) => it !== undefined);
  const rows = await Promise.all([
    ...versions.map((key) => versionRows(ports, key)),
    ...cases.map((it) => rowsOfCase(ports, it)),
  ]);
  const endings = await Promise.all(cases.filter(hasEnded).map((it) => readEndings(ports, it)));
  return { rows: rows.flat(), endings: endings.flat() };
};

const hasEnded = (it: Case): boolean => !isWorkedOn(it) || it.reopenedAt !== undefined;

/** What was said of an end that was reopened stands in the entries alone. */
const readEndings = async (ports: Ports, { pk, pack, number }: Case): Promise<Ending[]> => {
  const entries = await ports.table.list(pk, "change#", "change#~");
  return endingsOf({ pack, subject: number }, entries.map(asChange));
};

/** A head that was changed since the index was read counts with its new version; the old one stands in the archive then. */
const versionRows = async (ports: Ports, { pk, sk, madeAt }: Made): Promise<LedgerRow[]> => {
  const item = await ports.table.get({ pk, sk });
  if (item === undefined) return [];
  if (item["type"] === "absence") return absenceRows(asAbsence(item));
  if (item["type"] === "contact-round") return [roundRow(asRound(item))];
  if (item["madeAt"] === madeAt) return appointmentRows(item);
  const archived = await ports.table.list(pk, "version#", "version#~");
  return archived.filter((each) => each["madeAt"] === madeAt).flatMap(appointmentRows);
};

const rowsOfCase = async (ports: Ports, it: Case): Promise<LedgerRow[]> =>
  caseRows(it, await policyOf(ports, it));
