import { rmSync } from "node:fs";
import type { Instant } from "#core/time.ts";
import { createRecords } from "#local/states/records.ts";
import { StatesRefusal } from "#local/states/refusal.ts";
import { createRunner, type Runner } from "#local/states/runner.ts";
import type { Assembly } from "./assembly.ts";
import { CannotStart } from "./cannot-start.ts";
import { createClock } from "./clock.ts";
import { earliestWakeIn } from "./due.ts";
import type { Database } from "./dynamodb.ts";
import { createMailFate, type MailFate } from "./mail-fate.ts";
import { createOutbox, type Forgotten, type Outbox, type Posted } from "./outbox.ts";
import type { Clock, Invoke } from "./ports.ts";
import { createQueues, type Queues } from "./queues.ts";
import { openRawMails, type RawMailFolder } from "./raw-mails.ts";
import { createScheduler, type Scheduler } from "./scheduler.ts";
import { createStatusRules } from "./status-rules.ts";
import { openStore } from "./store.ts";
import type { Machine } from "./template/records.ts";

/** What a reset replaces: everything that remembers. */
export interface Life {
  readonly clock: Clock;
  readonly runner: Runner;
  readonly outbox: Outbox;
  readonly scheduler: Scheduler;
  readonly mailFate: MailFate;
  readonly rawMails: RawMailFolder;
  /** Hands a text to the queues that a topic feeds. */
  readonly publish: Queues["publish"];
  /** Forgets what was sent to a person or about them, once nothing is on its way any more. */
  erase(person: Forgotten): Promise<void>;
  /** Lets a mail come back; resolves when what follows from it is done. */
  bounce(mail: Posted): Promise<void>;
  /** Goes on with what the last process left. */
  resume(): void;
  /** Resolves when nothing is in flight any more. */
  end(): Promise<void>;
  /** Ends, and forgets all of it; the table is the caller's. */
  forget(): Promise<void>;
}

export interface LifeSettings {
  readonly assembly: Assembly;
  readonly data: string;
  readonly database: Database;
  readonly invoke: Invoke;
  readonly now?: Instant;
}

export const beginLife = ({ assembly, data, database, invoke, now }: LifeSettings): Life => {
  const store = openStore(data);
  const clock = createClock({ store, ...(now === undefined ? {} : { start: now }) });
  const runner = createRunner({ clock, records: createRecords(store), invoke });
  const rawMails = openRawMails(data);
  const scheduler = createScheduler({
    schedules: assembly.schedules,
    clock,
    invoke,
    earliestWake: earliestWakeIn(database, assembly.tables),
    // What runs once a day counts mails.
    daily: () => !rawMails.empty(),
  });
  const queues = createQueues({ ...assembly, clock, store, invoke });
  const mailFate = createMailFate({
    destinations: assembly.mailDestinations,
    publish: queues.publish,
    now: clock.now,
  });
  const end = async (): Promise<void> => {
    await clock.stop();
    store.close();
  };
  const outbox = createOutbox(store, clock);
  try {
    for (const machine of assembly.machines) define(runner, machine);
  } catch (error) {
    store.close();
    throw error;
  }
  runner.onStatusChange(createStatusRules(assembly.statusRules, invoke));
  return {
    clock,
    runner,
    outbox,
    scheduler,
    mailFate,
    rawMails,
    publish: queues.publish,
    erase: async (person) => {
      await clock.inFlight(queues.deliver);
      outbox.forget(person);
      for (const each of [store, database]) each.compact();
    },
    bounce: (mail) => {
      mailFate.bounced(mail);
      return clock.inFlight(queues.deliver);
    },
    resume: () => {
      runner.resume();
      scheduler.look();
      queues.resume();
    },
    end,
    forget: async () => {
      await end();
      rawMails.forget();
      for (const suffix of ["", "-wal", "-shm"]) rmSync(`${store.path}${suffix}`, { force: true });
    },
  };
};

const define = (runner: Runner, { arn, name, definition }: Machine): void => {
  try {
    runner.define(arn, definition);
  } catch (error) {
    if (!(error instanceof StatesRefusal)) throw error;
    throw new CannotStart(`The machine ${name} cannot be run here: ${error.message}`, { cause: error });
  }
};
