import type { Ports } from "#adapters/ports.ts";
import { instant, minute } from "#core/time.ts";
import { readAppointment } from "#steps/appointment.ts";
import { confirmAppointment } from "#steps/confirm.ts";
import { deliver } from "#steps/deliver.ts";
import { end } from "#steps/end-appointment.ts";
import { recordOutcome } from "#steps/record-outcome.ts";
import { cancelAppointment, changeAppointment } from "#steps/revise.ts";
import { findSlots } from "#steps/slots.ts";
import { sweep } from "#steps/sweep.ts";
import { tryToBook } from "../builders/booking.ts";
import { taxdome } from "../builders/world.ts";
import { interruptedAt } from "../faults/boundaries.ts";
import type { Stage } from "../faults/stage.ts";
import { codeOf, heads, type Row, row } from "../witness/evidence.ts";
import type { Command, Move } from "./commands.ts";

/** Six times of one host: some overlap, one is today, two are more than 48 hours away. */
const slots = [
  "2026-12-01T13:00:00Z",
  "2026-12-02T09:00:00Z",
  "2026-12-02T09:30:00Z",
  "2026-12-04T10:00:00Z",
  "2026-12-10T09:00:00Z",
  "2026-12-10T09:30:00Z",
].map(instant);

const people = [
  { name: "Noor Bakker", email: "noor@customer.example", phone: "+31612345678" },
  { name: "Piet Jansen", email: "piet@customer.example" },
  { name: "Lola Marín", email: "lola@customer.example", phone: "+34612345678" },
];

/**
 * Plays one move. Refusals and failures are part of the game; what they leave behind is what is judged.
 * @returns what looking wrote: nothing, or a fault.
 */
export const play = async (stage: Stage, { command, endings, dies }: Move): Promise<string[]> => {
  stage.endings.push(...endings);
  const { ports } = interruptedAt(stage.world, dies);
  const before = stage.commits.length;
  await run(stage, ports, command).catch(() => undefined);
  stage.endings.length = 0;
  return command.do === "look" && stage.commits.length > before ? ["somebody looked, and that wrote"] : [];
};

const run = async (stage: Stage, ports: Ports, command: Command): Promise<unknown> => {
  if ("which" in command) {
    const head = one(heads(stage.world.table.all()), command.which);
    return head && withOne(stage, ports, head, command);
  }
  switch (command.do) {
    case "book":
      return bookOne(stage, ports, command);
    case "pass":
      return stage.pass(command.minutes * minute, ports);
    case "sweep":
      return sweep(ports);
    case "fail-start":
      return stage.clockwork.startFailures.push(new Error("throttled"));
    case "lose-executions":
      return stage.clockwork.lose();
  }
};

const one = <T>(all: readonly T[], which: number): T | undefined => all[which % Math.max(all.length, 1)];

const bookOne = ({ world }: Stage, ports: Ports, command: Extract<Command, { do: "book" }>) => {
  const start = one(slots, command.slot) ?? world.now();
  const customer = one(people, command.who) ?? { name: "Nobody", email: "nobody@customer.example" };
  const failing = { ...world, ...ports, table: { ...world.table, ...ports.table } };
  return tryToBook(failing, { start, customer }, `request-${command.request}-${command.who}-${command.slot}`);
};

type OnOne = Extract<Command, { which: number }>;

const withOne = async (stage: Stage, ports: Ports, head: Row, command: OnOne): Promise<unknown> => {
  const { world } = stage;
  const code = codeOf(head);
  const subject = { pack: "taxdome", code };
  switch (command.do) {
    case "look":
      await findSlots(ports, taxdome(world).policy, week);
      return readAppointment(ports, subject);
    case "confirm":
      return confirmAppointment(ports, taxdome(world), { code, by: { actor: "customer", proven: true } });
    case "change":
      return changeAppointment(ports, taxdome(world), {
        ...pressed(head, command),
        start: one(slots, command.slot) ?? world.now(),
      });
    case "cancel":
      return cancelAppointment(ports, taxdome(world), pressed(head, command));
    case "outcome":
      return recordOutcome(ports, taxdome(world), {
        code,
        outcome: command.outcome,
        by: { actor: "staff:eva" },
      });
    case "end":
      return end(ports, { ...subject, version: 1 + (command.version % Number(head["version"])) });
    case "deliver":
      return deliverAgain(ports, head, command);
  }
};

const week = {
  sessionType: "implementation",
  from: "2026-12-01",
  to: "2026-12-08",
  timeZone: "Europe/Amsterdam",
} as Parameters<typeof findSlots>[2];

const pressed = (head: Row, command: Extract<OnOne, { stale: number }>) => ({
  code: codeOf(head),
  version: Number(head["version"]) - command.stale,
  by: { actor: command.by === "staff" ? ("staff:eva" as const) : ("customer" as const) },
});

/** Any promise that any version ever made. */
const deliverAgain = (ports: Ports, head: Row, command: Extract<OnOne, { do: "deliver" }>) => {
  const promise = one(Object.keys(row(head["promises"])), command.promise) ?? "";
  const version = Number(head["version"]) - (command.version % Number(head["version"]));
  return deliver(ports, { pack: "taxdome", code: codeOf(head), version, promise });
};
