import { digests } from "#adapters/digests.ts";
import { createHolidays } from "#adapters/holidays.ts";
import { caseCalendar } from "#core/case/calendar-of.ts";
import type { Case, CasePromised } from "#core/case/case.ts";
import type { CaseRules } from "#core/case/decided.ts";
import type { CaseMailFacts } from "#core/case/mail-facts.ts";
import { caseReader } from "#core/case/reader.ts";
import { type CaseRequest, register } from "#core/case/register.ts";
import { writeCase } from "#core/case/write.ts";
import { isRefusal } from "#core/errors.ts";
import type { CaseKind } from "#core/policy/case-kinds.ts";
import { type Instant, instant } from "#core/time.ts";
import { newSeal } from "#steps/case/seal.ts";
import { thePolicy } from "../policy/documents.ts";

/** Monday 2 November 2026, ten in the morning in Amsterdam. */
export const received = instant("2026-11-02T09:00:00Z");

const tables = createHolidays();

export const rulesOf = (pack: string, name: CaseKind = "complaint"): CaseRules => {
  const policy = thePolicy(`${pack}.json`);
  const { cases } = policy;
  const kind = cases?.kinds[name];
  if (cases === undefined || kind === undefined) throw new Error(`${pack} has no ${name}`);
  return { policy, cases, kind, calendar: caseCalendar(policy, tables, "NL").calendar };
};

interface Brought extends Partial<Omit<CaseRequest, "kind">> {
  readonly pack?: string;
  readonly kind?: CaseKind;
  readonly now?: Instant;
}

/** A complaint of Jan Smit to Solar about its service, all of whose fields are there; each test changes what it is about. */
export const aCase = ({
  pack = "solar",
  kind = "complaint",
  now = received,
  ...changes
}: Brought = {}): Case => {
  const { policy, calendar } = rulesOf(pack, kind);
  const decided = register(
    { policy, policyVersion: `${pack}@test`, calendar, holidays: "NL 2026-1" },
    {
      kind,
      ...(pack === "solar" && kind === "complaint" && { topic: "service" }),
      fields: { ticketNumber: "T-1", model: "X5", description: "Nobody came." },
      customer: { name: "Jan Smit", email: "jan@customer.example" },
      language: "en",
      channel: "portal",
      actor: "customer",
      ...changes,
    },
    "K7M2P4Q",
    now,
  );
  if (isRefusal(decided)) throw new Error(decided.detail);
  return writeCase(undefined, decided, now, newSeal({ digests })).after;
};

/** What a message about it is made from, at `now`. */
export const aMail = (
  it: Case,
  promised: Pick<CasePromised, "kind"> & Partial<CasePromised>,
  changes: Partial<Pick<CaseMailFacts, "words" | "now">> = {},
): CaseMailFacts => {
  const { now = received, words = {} } = changes;
  const rules = rulesOf(it.pack, it.kind);
  const full = {
    channel: "email",
    opens: now,
    due: now,
    sendUntil: now,
    state: "open",
    ...promised,
  } as CasePromised;
  return {
    rules,
    case: it,
    promised: full,
    words,
    reader: caseReader(rules.policy, it, full),
    now,
    url: "https://kept.example/link#c.token",
  };
};
