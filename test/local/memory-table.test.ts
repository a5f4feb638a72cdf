import { expect, test } from "vitest";
import type { Item } from "#core/table.ts";
import { instant } from "#core/time.ts";
import { createMemoryTable, type MemoryTable } from "#local/memory-table.ts";

const key = { pk: "taxdome#appointment#CODE001", sk: "head" };

const aTable = async (item: Omit<Item, "pk" | "sk">): Promise<MemoryTable> => {
  const table = createMemoryTable();
  await table.commit([{ put: { ...key, ...item }, if: { exists: false } }]);
  return table;
};

test("nobody can change what the table holds but by a commit", async () => {
  const own = { promises: { first: { state: "open" } }, people: ["anna"] };
  const table = await aTable(own);
  own.promises.first.state = "kept";
  const item = (await table.get(key)) as unknown as typeof own;
  expect(item.promises.first.state).toBe("open");
  expect(() => (item.promises.first.state = "kept")).toThrow(TypeError);
  expect(() => item.people.push("daan")).toThrow(TypeError);
});

test("who has read an item keeps it as it was, whatever is written then", async () => {
  const table = await aTable({
    version: 1,
    promises: { first: { state: "open" }, second: { state: "open" } },
  });
  const before = await table.get(key);
  await table.commit([
    { update: key, set: { "promises.first.state": "kept" }, remove: ["version"], if: { exists: true } },
  ]);
  expect(before).toMatchObject({ version: 1, promises: { first: { state: "open" } } });
  expect(await table.get(key)).toEqual({
    ...key,
    promises: { first: { state: "kept" }, second: { state: "open" } },
  });
});

test("what asks to be woken is found by its shard, the earliest first, and no longer once it asks no more", async () => {
  const table = createMemoryTable();
  const put = (pk: string, wakeShard: string, wakeAt: string) =>
    table.commit([{ put: { pk, sk: "head", wakeShard, wakeAt }, if: { exists: false } }]);
  const set = (pk: string, wakeAt: string) =>
    table.commit([{ update: { pk, sk: "head" }, set: { wakeAt }, if: { exists: true } }]);
  const due = async (shard: string, until: string): Promise<string[]> => {
    const found: string[] = [];
    for await (const { pk } of table.due(shard, instant(`${until}T00:00:00Z`))) found.push(pk);
    return found;
  };
  await put("a", "0", "2026-12-03T00:00:00.000Z");
  await put("b", "0", "2026-12-01T00:00:00.000Z");
  await put("c", "1", "2026-12-01T00:00:00.000Z");
  await put("d", "0", "2026-12-01T00:00:00.000Z");
  expect(await due("0", "2026-12-02")).toEqual(["b", "d"]);
  await set("b", "2026-12-05T00:00:00.000Z");
  await set("a", "2026-12-01T00:00:00.000Z");
  expect(await due("0", "2026-12-02")).toEqual(["a", "d"]);
  expect(table.earliestWake()).toBe("2026-12-01T00:00:00.000Z");
  for (const pk of ["a", "c", "d"])
    await table.commit([
      { update: { pk, sk: "head" }, remove: ["wakeShard", "wakeAt"], if: { exists: true } },
    ]);
  expect(await due("0", "2026-12-31")).toEqual(["b"]);
  await table.commit([{ delete: { pk: "b", sk: "head" }, if: { exists: true } }]);
  expect(table.earliestWake()).toBeUndefined();
});
