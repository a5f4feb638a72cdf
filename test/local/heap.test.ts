import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createHeap, type Entry } from "#local/heap.ts";

/** A number is pushed; `out` takes out what was pushed as the nth, if anything was. */
const doings = fc.array(
  fc.oneof(fc.record({ push: fc.integer({ min: 0, max: 30 }) }), fc.record({ out: fc.nat(60) })),
  { maxLength: 80 },
);

test("whatever goes in and out, the first is the least, and what lies below a bound is found", () => {
  fc.assert(
    fc.property(doings, fc.integer({ min: 0, max: 30 }), (each, bound) => {
      const heap = createHeap<number>((one, other) => one < other);
      const pushed: Entry<number>[] = [];
      const inside = new Set<Entry<number>>();
      for (const doing of each) {
        if ("push" in doing) {
          const entry = heap.push(doing.push);
          pushed.push(entry);
          inside.add(entry);
        } else {
          const entry = pushed[doing.out];
          if (entry !== undefined) expect(heap.remove(entry)).toBe(inside.delete(entry));
        }
        const values = [...inside].map(({ value }) => value).toSorted((one, other) => one - other);
        expect(heap.first()).toBe(values[0]);
        expect(heap.upTo((value) => value <= bound).toSorted((one, other) => one - other)).toEqual(
          values.filter((value) => value <= bound),
        );
      }
    }),
  );
});
