import { describe, expect, test } from "vitest";
import type { MailEvent } from "#core/message/mail-event.ts";
import { sendKey } from "#core/message/send.ts";
import { type Instant, instant } from "#core/time.ts";
import { deliver } from "#steps/deliver.ts";
import { noteMailEvent } from "#steps/mail-event.ts";
import { cancelAppointment } from "#steps/revise.ts";
import { sweep } from "#steps/sweep.ts";
import { aBookedAppointment, begun, theAppointment } from "../builders/booking.ts";
import { aWorld, type TestWorld, taxdome } from "../builders/world.ts";

const due = instant("2026-12-08T09:00:00.000Z");
const later = instant("2026-12-08T09:00:04.000Z");
const promise = "email-PT48H";

type Happened =
  | { happened: "taken" | "delivered" | "complained" }
  | { happened: "bounced"; reason: string; mayBeReply: boolean };

const taken: Happened = { happened: "taken" };
const delivered: Happened = { happened: "delivered" };
const complained: Happened = { happened: "complained" };
const noSuchBox: Happened = { happened: "bounced", reason: "permanent-no-email", mayBeReply: false };
const outOfOffice: Happened = { happened: "bounced", reason: "transient-general", mayBeReply: true };

const aReminderDue = async (world: TestWorld = aWorld()) => {
  const { code } = await aBookedAppointment(world);
  await begun(world, code);
  world.setNow(due);
  const key = sendKey(await theAppointment(world, code), 1, promise, "reminder", "email");
  const event = (happened: Happened, sentAt: Instant): MailEvent => ({
    key,
    messageId: "message-9",
    sentAt,
    at: later,
    ...happened,
  });
  return {
    world,
    code,
    send: () => deliver(world, { pack: "taxdome", code, version: 1, promise }),
    note: (happened: Happened, sentAt = due) => noteMailEvent(world, event(happened, sentAt)),
    ledger: () => world.table.get(key),
    promised: async () => (await theAppointment(world, code)).promises[promise],
    tasks: () =>
      world.table
        .all()
        .filter((item) => item["type"] === "task")
        .map((item) => item["what"]),
  };
};

const timedOut = { outcome: "unknown", reason: "timeout" } as const;

/** Sends, and keeps the provider from answering until the returned function is called. */
const holding = async (world: TestWorld, send: () => Promise<void>) => {
  const { send: usual } = world.mailer;
  const gate = Promise.withResolvers<void>();
  world.mailer.send = (mail) => gate.promise.then(() => usual(mail));
  const sending = send();
  await new Promise(setImmediate);
  world.mailer.send = usual;
  return async () => {
    gate.resolve();
    await sending;
  };
};

const permutations = <T>(all: readonly T[]): T[][] =>
  all.length < 2
    ? [[...all]]
    : all.flatMap((each, at) =>
        permutations([...all.slice(0, at), ...all.slice(at + 1)]).map((rest) => [each, ...rest]),
      );

describe("a send of which nobody knew whether it went out", () => {
  test("is sent once SES says that it took the mail, its promise is kept, and nobody need look", async () => {
    const { world, send, note, ledger, promised, tasks } = await aReminderDue();
    world.sendings.push(timedOut);
    await send();
    expect(await promised()).toMatchObject({ state: "unknown", reason: "timeout" });
    expect(tasks()).toEqual(["send-unknown"]);
    await note(taken);
    expect(await ledger()).toMatchObject({ state: "sent", messageId: "message-9" });
    expect(await promised()).toMatchObject({ state: "kept", at: due, evidence: "message-9" });
    expect(await promised()).not.toHaveProperty("reason");
    expect(tasks()).toEqual([]);
  });

  test("is late, not kept, when SES took it only after its moment", async () => {
    const { world, send, note, promised } = await aReminderDue();
    const halfPast = instant("2026-12-08T09:30:00.000Z");
    world.setNow(halfPast);
    world.sendings.push(timedOut);
    await send();
    await note(taken, halfPast);
    expect(await promised()).toMatchObject({ state: "late", at: halfPast });
  });

  test("is sent before our own confirmation: the claim is settled, and the sweeper finds nothing", async () => {
    const { world, send, note, ledger, promised, tasks } = await aReminderDue();
    await holding(world, send);
    expect(await ledger()).toMatchObject({ state: "claimed" });
    await note(taken);
    world.pass(10 * 60_000);
    await sweep(world);
    expect(await ledger()).toMatchObject({ state: "sent" });
    expect(await promised()).toMatchObject({ state: "kept" });
    expect(tasks()).toEqual([]);
  });
});

describe("a mail that comes back", () => {
  test("does not count as kept, and a person hears of it once", async () => {
    const { send, note, ledger, promised, tasks } = await aReminderDue();
    await send();
    expect((await promised())?.state).toBe("kept");
    await note(noSuchBox);
    await note(noSuchBox);
    expect(await ledger()).toMatchObject({ state: "bounced", bounce: { reason: "permanent-no-email" } });
    expect(await promised()).toMatchObject({ state: "failed", reason: "bounced: permanent-no-email" });
    expect(await promised()).not.toHaveProperty("evidence");
    expect(tasks()).toEqual(["send-bounced"]);
  });

  test("is not sent again by a step that runs late", async () => {
    const { world, send, note } = await aReminderDue();
    await send();
    await note(noSuchBox);
    await send();
    await sweep(world);
    expect(world.mails.filter(({ mail }) => mail.labels.promise === promise)).toHaveLength(1);
  });

  test("is an automatic answer if the mail had been delivered", async () => {
    const { send, note, promised, tasks } = await aReminderDue();
    await send();
    await note(delivered);
    await note(outOfOffice);
    expect((await promised())?.state).toBe("kept");
    expect(tasks()).toEqual([]);
  });

  test("counts for the version that it was sent for, also after a cancellation", async () => {
    const { world, code, send, note, tasks } = await aReminderDue();
    await send();
    await cancelAppointment(world, taxdome(world), { code, version: 1, by: { actor: "customer" } });
    await note(noSuchBox);
    const archived = world.table.all().find((item) => item["type"] === "version");
    expect(archived).toMatchObject({ promises: { [promise]: { state: "failed" } } });
    expect((await theAppointment(world, code)).promises).not.toHaveProperty(promise);
    expect(tasks()).toContain("send-bounced");
  });
});

test("a complaint leaves the promise kept, and a person decides whether to write again", async () => {
  const { send, note, ledger, promised, tasks } = await aReminderDue();
  await send();
  await note(complained);
  expect(await ledger()).toMatchObject({ state: "sent", complainedAt: later });
  expect((await promised())?.state).toBe("kept");
  expect(tasks()).toEqual(["send-complained"]);
});

test.each([
  { events: [taken, delivered, noSuchBox, outOfOffice], state: "bounced", kept: "failed" },
  { events: [taken, delivered, outOfOffice, complained], state: "sent", kept: "kept" },
  { events: [taken, delivered, delivered, taken], state: "sent", kept: "kept" },
])("events of one mail come to $state in whatever order, around our own confirmation", async (all) => {
  const around = [0, 2, 4].flatMap((confirmedAfter) =>
    permutations(all.events).map((order) => [order.slice(0, confirmedAfter), order.slice(confirmedAfter)]),
  );
  for (const [before = [], after = []] of around) {
    const { world, send, note, ledger, promised, tasks } = await aReminderDue();
    const confirm = await holding(world, send);
    for (const event of before) await note(event);
    await confirm();
    for (const event of after) await note(event);
    expect(await ledger(), JSON.stringify([before, after])).toMatchObject({ state: all.state });
    expect(await promised()).toMatchObject({ state: all.kept });
    expect(tasks().includes("send-bounced")).toBe(all.state === "bounced");
  }
});

test.each([
  [delivered, outOfOffice],
  [outOfOffice, delivered],
])(
  "a delivery and an automatic answer that are read at the same moment lose nothing of each other",
  async (...both) => {
    const { send, note, ledger, promised, tasks } = await aReminderDue();
    await send();
    await Promise.all(both.map((each) => note(each)));
    expect(await ledger()).toMatchObject({ state: "sent", deliveredAt: later, bounce: { mayBeReply: true } });
    expect(await promised()).toMatchObject({ state: "kept" });
    expect(tasks()).toEqual([]);
  },
);

test("a hundred copies at once are one", async () => {
  const { send, note, ledger } = await aReminderDue();
  await send();
  const copies = Array.from({ length: 100 }, (_, at) => note(at % 2 === 0 ? delivered : taken));
  await Promise.all(copies);
  expect(await ledger()).toMatchObject({ state: "sent", deliveredAt: later, events: 1 });
});

test("a report of a mail that the ledger does not know changes nothing", async () => {
  const { world, note } = await aReminderDue();
  const before = world.table.all();
  await note(taken);
  expect(world.table.all()).toEqual(before);
});
