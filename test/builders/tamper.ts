import type { Item } from "#core/table.ts";
import type { MemoryTable } from "#local/memory-table.ts";

/** Somebody with access to the table, and without scruples: writes past every guard of ours. */
export const tamper = (table: MemoryTable, { pk }: { readonly pk: string }) => {
  const find = (sk: string): Item => {
    const item = table.all().find((each) => each.pk === pk && each.sk === sk);
    if (item === undefined) throw new Error(`there is no ${sk} to tamper with`);
    return item;
  };
  const takeAway = async (sk: string): Promise<void> =>
    void (await table.commit([{ delete: find(sk), if: { exists: true } }]));
  const put = async (item: Item): Promise<void> => {
    if (table.all().some((each) => each.pk === item.pk && each.sk === item.sk)) await takeAway(item.sk);
    await table.commit([{ put: item, if: { exists: false } }]);
  };
  return {
    find,
    takeAway,
    put,
    change: async (sk: string, changes: object): Promise<void> => put({ ...find(sk), ...changes }),
    /** Each takes the other's place. */
    swap: async (one: string, other: string): Promise<void> => {
      const [first, second] = [find(one), find(other)];
      await put({ ...second, sk: one });
      await put({ ...first, sk: other });
    },
  };
};
