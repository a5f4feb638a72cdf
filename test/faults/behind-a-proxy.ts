import { expect } from "vitest";
import { heads } from "../witness/evidence.ts";
import { judge } from "../witness/witness.ts";
import { bookNoor } from "./act.ts";
import { aProxy, type Fault, type Passing, type Proxy } from "./proxy.ts";
import { aRealTable, type Real } from "./real.ts";

/** A table of its own, reached through a proxy alone. */
export const behindAProxy = async (): Promise<{ real: Real; proxy: Proxy }> => {
  const made: Proxy[] = [];
  const real = await aRealTable(async (target) => {
    const proxy = await aProxy(target);
    made.push(proxy);
    return proxy.url;
  });
  const [proxy] = made;
  if (proxy === undefined) throw new Error("there is no proxy");
  return { real, proxy };
};

/** Noor's appointment: its code. */
export const booked = async (real: Real): Promise<string> => {
  const answer = await bookNoor(real.ports);
  if ("refused" in answer) throw new Error(`not booked: ${answer.refused}`);
  return answer.code;
};

/** The fault for every nth request of an operation. */
export const everyNth = (operation: RegExp, nth: number, fault: Fault) => {
  let count = 0;
  return (passing: Passing): Fault | undefined => {
    if (!operation.test(passing.operation)) return undefined;
    count += 1;
    return count % nth === 0 ? fault : undefined;
  };
};

/** The fault for the first requests of an operation, and none later. */
export const firstOnly = (operation: RegExp, times: number, fault: Fault) => {
  let left = times;
  return (passing: Passing): Fault | undefined => {
    if (!operation.test(passing.operation) || left === 0) return undefined;
    left -= 1;
    return fault;
  };
};

/** With everything well again, the sweeper alone brings all to an end that the witness accepts. */
export const holds = async (real: Real, proxy: Proxy): Promise<void> => {
  proxy.rule = () => undefined;
  await real.recover();
  expect(judge(await real.evidence())).toEqual([]);
  expect(heads(await real.table())).toHaveLength(1);
};

/** The appointment's first reminder, and when it is due. */
export const aReminder = (code: string) => ({ pack: "taxdome", code, version: 1, promise: "email-PT48H" });
export const itsMoment = "2026-12-08T09:00:00Z";
