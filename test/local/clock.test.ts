import { describe, expect, onTestFinished, test, vi } from "vitest";
import { day, fromEpoch, hour, instant, minute, plus, until } from "#core/time.ts";
import { createClock } from "#local/clock.ts";
import type { Clock, Store } from "#local/ports.ts";
import { breath, turn } from "#local/quiet.ts";
import { openStore } from "#local/store.ts";

const start = instant("2026-12-01T09:00:00Z");

/** Real time stands still, so that only advances move the clock. */
const aClock = (store: Store = openStore(":memory:"), from = start, pause?: typeof breath): Clock => {
  const clock = createClock({ store, start: from, real: () => 0, pause });
  onTestFinished(() => clock.stop());
  return clock;
};

describe("an advance", () => {
  test("fires timers by their instant, and those of one instant in the order they were set", async () => {
    const clock = aClock();
    const fired: string[] = [];
    for (const [name, hours] of [
      ["c", 3],
      ["a", 1],
      ["b1", 2],
      ["b2", 2],
    ] as const) {
      clock.at(plus(start, hours * hour), () => void fired.push(name));
    }
    await clock.advance(plus(start, 3 * hour));
    expect(fired).toEqual(["a", "b1", "b2", "c"]);
  });

  test("shows each timer exactly its own instant, and ends exactly at its target", async () => {
    const clock = aClock();
    const seen: string[] = [];
    for (const length of [hour, 30 * day, 400 * day])
      clock.at(plus(start, length), () => void seen.push(clock.now()));
    expect(await clock.advance(plus(start, 500 * day))).toBe(plus(start, 500 * day));
    expect(seen).toEqual([plus(start, hour), plus(start, 30 * day), plus(start, 400 * day)]);
    expect(clock.now()).toBe(plus(start, 500 * day));
  });

  test("leaves a timer one millisecond after its target alone, and fires it with the next advance", async () => {
    const clock = aClock();
    const fired = vi.fn();
    clock.at(plus(start, hour + 1), fired);
    await clock.advance(plus(start, hour));
    expect(fired).not.toHaveBeenCalled();
    await clock.advance(plus(start, hour + 1));
    expect(fired).toHaveBeenCalledOnce();
  });

  test("waits for the work of one timer, and for what that work started, before it fires the next", async () => {
    const clock = aClock();
    const story: string[] = [];
    clock.at(plus(start, hour), async () => {
      await turn();
      void clock.inFlight(async () => {
        for (let turns = 0; turns < 20; turns += 1) await turn();
        story.push(`first done at ${clock.now()}`);
      });
    });
    clock.at(plus(start, 2 * hour), () => void story.push("second"));
    await clock.advance(plus(start, 2 * hour));
    expect(story).toEqual([`first done at ${plus(start, hour)}`, "second"]);
  });

  test("waits for work that begins only a moment after the work before it has ended", async () => {
    const clock = aClock();
    const story: string[] = [];
    clock.at(plus(start, hour), () => {
      setImmediate(() => {
        void clock.inFlight(async () => {
          for (let turns = 0; turns < 20; turns += 1) await turn();
          story.push("follow-up");
        });
      });
    });
    clock.at(plus(start, 2 * hour), () => void story.push("second"));
    await clock.advance(plus(start, 2 * hour));
    expect(story).toEqual(["follow-up", "second"]);
  });

  test("whose pause is a breath waits for however many promises one timer leads to", async () => {
    const clock = aClock(undefined, undefined, breath);
    const story: string[] = [];
    clock.at(plus(start, hour), () => {
      void (async () => {
        for (let nth = 0; nth < 200; nth += 1) await Promise.resolve();
        story.push(`promises at ${clock.now()}`);
        void clock.inFlight(async () => {
          await turn();
          story.push(`what they led to at ${clock.now()}`);
        });
      })();
    });
    clock.at(plus(start, 2 * hour), () => void story.push("second"));
    await clock.advance(plus(start, 2 * hour));
    const at = plus(start, hour);
    expect(story).toEqual([`promises at ${at}`, `what they led to at ${at}`, "second"]);
  });

  test("waits for work that began before it", async () => {
    const clock = aClock();
    const story: string[] = [];
    void clock.inFlight(async () => {
      for (let turns = 0; turns < 20; turns += 1) await turn();
      story.push("work");
      clock.at(start, () => void story.push("what it owed"));
    });
    clock.at(plus(start, hour), () => void story.push("timer"));
    await clock.advance(plus(start, hour));
    expect(story).toEqual(["work", "what it owed", "timer"]);
  });

  test("fires a timer that was set on the way, within the same advance", async () => {
    const clock = aClock();
    const hours: number[] = [];
    const again = () => {
      hours.push(until(start, clock.now()) / hour);
      clock.at(plus(clock.now(), hour), again);
    };
    clock.at(plus(start, hour), again);
    await clock.advance(plus(start, 4 * hour));
    expect(hours).toEqual([1, 2, 3, 4]);
  });

  test("refuses a target that has passed", async () => {
    await expect(aClock().advance(plus(start, -1))).rejects.toThrow(RangeError);
  });

  test("queues behind another: the second goes on from where the first ended", async () => {
    const clock = aClock();
    const seen: string[] = [];
    clock.at(plus(start, hour), () => void seen.push("hour"));
    clock.at(plus(start, day), () => void seen.push("day"));
    const ends = await Promise.all([clock.advance(plus(start, 2 * day)), clock.advance(plus(start, hour))]);
    expect(seen).toEqual(["hour", "day"]);
    expect(ends).toEqual([plus(start, 2 * day), plus(start, 2 * day)]);
  });

  test("names the moment at which a timer keeps setting itself again, instead of never ending", async () => {
    const clock = aClock();
    let left = 100_010;
    const again = () => void (left-- > 0 && clock.at(clock.now(), again));
    clock.at(plus(start, hour), again);
    await expect(clock.advance(plus(start, day))).rejects.toThrow(plus(start, hour));
  });

  test("does not fire a timer that was cancelled, by the one before it even", async () => {
    const clock = aClock();
    const fired = vi.fn();
    const late = clock.at(plus(start, 2 * hour), fired);
    clock.at(plus(start, hour), () => late.cancel());
    await clock.advance(plus(start, day));
    expect(fired).not.toHaveBeenCalled();
  });
});

describe("in real time", () => {
  test("a timer whose moment is now fires once, without an advance", async () => {
    const clock = aClock();
    const fired = vi.fn();
    await new Promise<void>((resolve) => {
      clock.at(start, () => {
        fired();
        resolve();
      });
    });
    for (let turns = 0; turns < 10; turns += 1) await turn();
    expect(fired).toHaveBeenCalledOnce();
  });

  test("a wait of 40 days is not cut to what setTimeout can take", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const set = vi.spyOn(globalThis, "setTimeout");
    let real = 0;
    const clock = createClock({ store: openStore(":memory:"), start, real: () => real });
    const fired = vi.fn();
    clock.at(plus(start, 40 * day), () => void fired(clock.now()));
    for (let days = 1; days <= 40; days += 1) {
      real += day;
      vi.advanceTimersByTime(day);
      for (let turns = 0; turns < 5; turns += 1) await turn();
      expect(fired).toHaveBeenCalledTimes(days < 40 ? 0 : 1);
    }
    expect(fired).toHaveBeenCalledWith(plus(start, 40 * day));
    expect(Math.max(...set.mock.calls.map(([, delay = 0]) => delay))).toBe(2 ** 31 - 1);
    await clock.stop();
  });

  test("goes on from the end of an advance", async () => {
    let real = 0;
    const clock = createClock({ store: openStore(":memory:"), start, real: () => real });
    await clock.advance(plus(start, day));
    real += minute;
    expect(clock.now()).toBe(plus(start, day + minute));
    await clock.stop();
  });
});

describe("after a restart", () => {
  test("the stored clock wins over the start, and the time that the process was down counts", () => {
    const store = openStore(":memory:");
    createClock({ store, start, real: () => 0 });
    const again = createClock({ store, start: instant("2030-01-01T00:00:00Z"), real: () => hour });
    expect(again.now()).toBe(plus(start, hour));
  });

  test("a clock whose process died in an advance goes on at the timer that was about to fire", async () => {
    const store = openStore(":memory:");
    const clock = aClock(store);
    let atFiring: string | undefined;
    clock.at(plus(start, 3 * day), () => {
      atFiring = createClock({ store, real: () => 77 * day }).now();
    });
    await clock.advance(plus(start, 9 * day));
    expect(atFiring).toBe(plus(start, 3 * day));
  });
});

describe("stop", () => {
  test("ends an advance where it is, fires nothing more, and waits for what is in flight", async () => {
    const clock = aClock();
    const story: string[] = [];
    let stopping: Promise<void> | undefined;
    clock.at(plus(start, hour), async () => {
      stopping = clock.stop();
      for (let turns = 0; turns < 10; turns += 1) await turn();
      story.push("work done");
    });
    clock.at(plus(start, 2 * hour), () => void story.push("too late"));
    expect(await clock.advance(plus(start, day))).toBe(plus(start, hour));
    await stopping;
    expect(story).toEqual(["work done"]);
    await expect(clock.advance(plus(start, 2 * day))).rejects.toThrow("stopped");
  });
});

test("a world without a start begins with real time", () => {
  const real = Date.parse("2027-02-03T04:05:06.007Z");
  expect(createClock({ store: openStore(":memory:"), real: () => real }).now()).toBe(fromEpoch(real));
});
