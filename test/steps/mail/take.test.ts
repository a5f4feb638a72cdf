import { describe, expect, test } from "vitest";
import { epoch, instant } from "#core/time.ts";
import { takeMail } from "#steps/mail/take.ts";
import { aMailRoom, anArrival } from "./arriving.ts";

describe("a mail that was announced", () => {
  test("is registered with what was announced and its size, and settled with what became of it", async () => {
    const { ports, store, heads } = aMailRoom();
    store("m1");
    await takeMail(ports, anArrival("m1", { messageId: "1@customer.example", forwardedBy: "relay.example" }));
    expect(heads()).toMatchObject([
      {
        pk: "mail#m1",
        receivedAt: "2026-12-01T08:00:00.000Z",
        sender: "noor@customer.example",
        recipients: ["whoever@kept.example"],
        from: "Noor <noor@customer.example>",
        subject: "Hello",
        messageId: "1@customer.example",
        forwardedBy: "relay.example",
        size: 16,
        state: "settled",
        settledAt: "2026-12-01T08:00:10.000Z",
        outcome: { settled: "quarantine" },
      },
    ]);
  });

  test("is forgotten with its raw form, thirty days after it came", async () => {
    const { ports, store, heads } = aMailRoom();
    store("m1");
    await takeMail(ports, anArrival("m1"));
    expect(heads()[0]?.["expiresAt"]).toBe(epoch(instant("2026-12-31T08:00:00Z")) / 1000);
  });

  test("twice, one after the other or at once, is one mail", async () => {
    const { ports, store, heads, keptBack } = aMailRoom();
    store("m1");
    await Promise.all([takeMail(ports, anArrival("m1")), takeMail(ports, anArrival("m1"))]);
    await takeMail(ports, anArrival("m1"));
    expect(heads()).toHaveLength(1);
    expect(keptBack()).toHaveLength(1);
  });

  test("after a later one, and late, is the mail that it is", async () => {
    const { world, ports, store, heads } = aMailRoom();
    for (const id of ["m2", "m1"]) {
      store(id);
      await takeMail(ports, anArrival(id));
      world.setNow("2026-12-03T08:00:00.000Z");
    }
    expect(heads().map(({ id, receivedAt, state }) => [id, receivedAt, state])).toEqual([
      ["m2", "2026-12-01T08:00:00.000Z", "settled"],
      ["m1", "2026-12-01T08:00:00.000Z", "settled"],
    ]);
  });

  test("is what was announced first, when it is announced as another", async () => {
    const { ports, store, heads } = aMailRoom();
    store("m1");
    await takeMail(ports, anArrival("m1"));
    await takeMail(ports, anArrival("m1", { sender: "mallory@elsewhere.example" }));
    expect(heads()[0]).toMatchObject({ sender: "noor@customer.example" });
  });

  test("and whose reader dies is registered, and settled when it is brought again", async () => {
    let deaths = 3;
    const { ports, store, heads, keptBack } = aMailRoom(() => {
      if ((deaths -= 1) >= 0) throw new Error("out of memory");
    });
    store("m1");
    for (let attempt = 0; attempt < 3; attempt += 1)
      await expect(takeMail(ports, anArrival("m1"))).rejects.toThrow("out of memory");
    expect(heads()).toMatchObject([{ id: "m1", state: "arrived", size: 16 }]);
    await takeMail(ports, anArrival("m1"));
    expect(heads()).toMatchObject([{ state: "settled" }]);
    expect(keptBack()).toHaveLength(1);
  });

  test("and no run survives holds up no other, and stays registered", async () => {
    const { ports, store, heads } = aMailRoom((id) => {
      if (id === "poison") throw new Error("out of memory");
    });
    for (const id of ["poison", "m1"]) {
      store(id);
      await takeMail(ports, anArrival(id)).catch(() => undefined);
    }
    expect(heads().map(({ id, state }) => [id, state])).toEqual([
      ["poison", "arrived"],
      ["m1", "settled"],
    ]);
  });

  test("and died between settling it and noting that, is settled to the same", async () => {
    const { world, ports, store, heads, keptBack } = aMailRoom();
    store("m1");
    const dying = {
      ...ports,
      table: {
        ...world.table,
        commit: async (writes: Parameters<typeof world.table.commit>[0]) => {
          if (JSON.stringify(writes).includes("settledAt")) throw new Error("the process died");
          return world.table.commit(writes);
        },
      },
    };
    await expect(takeMail(dying, anArrival("m1"))).rejects.toThrow("the process died");
    await takeMail(ports, anArrival("m1"));
    expect(heads()).toMatchObject([{ state: "settled", outcome: { settled: "quarantine" } }]);
    expect(keptBack()).toHaveLength(1);
  });

  test("and is not there is registered without a size, and ends where somebody looks", async () => {
    const { ports, heads } = aMailRoom();
    await expect(takeMail(ports, anArrival("m1"))).rejects.toThrow("there is no such mail");
    expect(heads()[0]).toMatchObject({ state: "arrived" });
    expect(heads()[0]).not.toHaveProperty("size");
  });

  test("says nothing of its sender or subject in the log", async () => {
    const { world, ports, store } = aMailRoom();
    const said: unknown[] = [];
    const log = { ...world.log, info: (...line: unknown[]) => void said.push(line) };
    store("m1");
    await takeMail({ ...ports, log }, anArrival("m1"));
    expect(JSON.stringify(said)).toContain("m1");
    expect(JSON.stringify(said)).not.toMatch(/noor|Hello/i);
  });
});
