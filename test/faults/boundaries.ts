import type { Ports } from "#adapters/ports.ts";
import type { Key } from "#core/table.ts";

/** The process is gone: nothing that it would still have done happens. */
class Killed extends Error {
  override readonly name = "Killed";
}

export interface Interrupted {
  readonly ports: Ports;
  /** What was called, in order: each call has a boundary before it and one after it. */
  readonly calls: readonly string[];
}

/**
 * Where to stop: by number, 2n before the nth call and 2n + 1 after it, or in words, "after table.commit 1" for the
 * first one.
 */
export type Boundary = number | `${"before" | "after"} ${string} ${number}`;

/**
 * These ports, up to one boundary. There `die` is asked to end the process; where that is only played, every later call
 * is refused as well, for a dead process calls nothing.
 * @param boundary `undefined` for none: then only the calls are counted.
 */
export const interruptedAt = (
  ports: Ports,
  boundary: Boundary | undefined,
  die: () => void = () => undefined,
): Interrupted => {
  const calls: string[] = [];
  let dead = false;
  const cross = (...places: Boundary[]): void => {
    if (boundary !== undefined && places.includes(boundary)) {
      dead = true;
      die();
    }
    if (dead) throw new Killed(`at boundary ${boundary}`);
  };
  const around: Around =
    (name, call) =>
    async (...args) => {
      if (dead) throw new Killed("long ago");
      const at = calls.push(name) - 1;
      const nth = calls.filter((each) => each === name).length;
      cross(2 * at, `before ${name} ${nth}`);
      const result = await call(...args);
      cross(2 * at + 1, `after ${name} ${nth}`);
      return result;
    };
  return { calls, ports: wrapped(ports, around) };
};

type Around = <Args extends unknown[], Result>(
  name: string,
  call: (...args: Args) => Promise<Result>,
) => (...args: Args) => Promise<Result>;

/** Every port that reaches outside the process, each call led through `around`. */
export const wrapped = (ports: Ports, around: Around): Ports => ({
  ...ports,
  table: {
    get: around("table.get", ports.table.get),
    list: around("table.list", ports.table.list),
    commit: around("table.commit", ports.table.commit),
    due: (shard, until) => duePage(around, ports, shard, until),
    made: around("table.made", ports.table.made),
  },
  mailer: { send: around("mailer.send", ports.mailer.send) },
  texter: { send: around("texter.send", ports.texter.send) },
  executions: {
    start: around("executions.start", ports.executions.start),
    stop: around("executions.stop", ports.executions.stop),
    answer: around("executions.answer", ports.executions.answer),
  },
});

async function* duePage(
  around: Around,
  { table }: Ports,
  ...[shard, until]: Parameters<Ports["table"]["due"]>
): AsyncIterable<Key> {
  yield* await around("table.due", () => allOf(table.due(shard, until)))();
}

const allOf = async (keys: AsyncIterable<Key>): Promise<Key[]> => {
  const all: Key[] = [];
  for await (const key of keys) all.push(key);
  return all;
};
