import { digests } from "#adapters/digests.ts";
import { createHolidays } from "#adapters/holidays.ts";
import { createPolicies } from "#adapters/policies.ts";
import type { DeployedPolicy, OutgoingMail, OutgoingText, Ports, Sending } from "#adapters/ports.ts";
import { linkText, readLink, readReplyText, replyText } from "#core/appointment/links.ts";
import { journalText, readJournalText } from "#core/mail/journal-claim.ts";
import { fromEpoch, type Instant, instant, type Milliseconds, plus } from "#core/time.ts";
import { createMemoryTable, type MemoryTable } from "#local/memory-table.ts";

/** A world in memory: the real table rules and steps, with providers that do what the test says. */
export interface TestWorld extends Ports {
  readonly table: MemoryTable;
  /** To customers; what hosts get stands in `staffMails`. */
  readonly mails: { readonly at: Instant; readonly mail: OutgoingMail }[];
  readonly staffMails: { readonly at: Instant; readonly mail: OutgoingMail }[];
  readonly texts: { readonly at: Instant; readonly text: OutgoingText }[];
  readonly started: { readonly machine: string; readonly name: string; readonly input: string }[];
  readonly stopped: { readonly machine: string; readonly name: string; readonly cause: string }[];
  /** Task tokens that were answered. */
  readonly answered: string[];
  readonly said: { readonly message: string; readonly facts: Readonly<Record<string, unknown>> }[];
  /** What the next sends come to; when it is empty they are accepted. */
  readonly sendings: Sending[];
  /** Thrown by the next starts of an execution. */
  readonly startFailures: Error[];
  pass(length: Milliseconds): void;
  setNow(now: string): void;
}

export const aWorld = (now = "2026-12-01T08:00:00.000Z"): TestWorld => {
  let time = instant(now);
  let count = 0;
  const world: TestWorld = {
    now: () => time,
    newId: () => `id-${(count += 1)}`,
    newCode: () => `CODE${String((count += 1)).padStart(3, "0")}`,
    digests,
    log: {
      info: () => {},
      error: (message, facts) => void world.said.push({ message, facts }),
    },
    policies: createPolicies(),
    holidays: createHolidays(),
    links: {
      token: async (claim) => linkText(claim),
      page: async (claim, show) => `https://kept.example/link?do=${show}#${linkText(claim)}`,
      replyAddress: async (claim) => `reply+${replyText(claim)}@kept.example`,
      readReply: async (address) =>
        readReplyText(/^reply\+(.+)@kept\.example$/.exec(address.toLowerCase())?.[1] ?? ""),
      journalAddress: async (claim) => `journal+${journalText(claim)}@kept.example`,
      readJournal: async (address) =>
        readJournalText(/^journal\+(.+)@kept\.example$/.exec(address.toLowerCase())?.[1] ?? ""),
      verify: async (token) => readLink(token),
    },
    table: createMemoryTable(),
    mailer: {
      send: async (mail) => {
        if (mail.labels.kind.startsWith("staff-")) {
          world.staffMails.push({ at: time, mail });
          return accepted(world);
        }
        const sending = world.sendings.shift() ?? accepted(world);
        if (sending.outcome !== "throttled") world.mails.push({ at: time, mail });
        return sending;
      },
    },
    texter: {
      send: async (text) => {
        const sending = world.sendings.shift() ?? accepted(world);
        world.texts.push({ at: time, text });
        return sending;
      },
    },
    executions: {
      start: async (machine, name, input) => {
        const failure = world.startFailures.shift();
        if (failure !== undefined) throw failure;
        world.started.push({ machine, name, input });
      },
      stop: async (machine, name, cause) => void world.stopped.push({ machine, name, cause }),
      answer: async (token) => {
        if (world.answered.includes(token)) return "over";
        world.answered.push(token);
        return "answered";
      },
    },
    mails: [],
    staffMails: [],
    texts: [],
    started: [],
    stopped: [],
    answered: [],
    said: [],
    sendings: [],
    startFailures: [],
    pass: (length) => (time = plus(time, length)),
    setNow: (text) => (time = instant(text)),
  };
  return world;
};

const accepted = (world: TestWorld): Sending => ({
  outcome: "accepted",
  messageId: `message-${world.mails.length + world.texts.length + 1}`,
});

export const taxdome = (world: TestWorld): DeployedPolicy => {
  const deployed = world.policies.current("taxdome");
  if (deployed === undefined) throw new Error("the taxdome policy is missing");
  return deployed;
};

export const at = (text: string): Instant => fromEpoch(Date.parse(text));
