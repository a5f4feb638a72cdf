import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Store } from "#local/ports.ts";
import { openStore } from "#local/store.ts";

const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "kept-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
};

const opened = (folder: string): Store => {
  const store = openStore(folder);
  onTestFinished(() => store.close());
  return store;
};

test("what a process wrote is there after it was killed without a chance to close", () => {
  const folder = aFolder();
  const writer = `
    const { openStore } = await import(${JSON.stringify(join(process.cwd(), "lib/local/store.ts"))});
    const store = openStore(${JSON.stringify(folder)});
    store.set("clock", { offset: 5 });
    store.append("mail", { subject: "kept" });
    process.kill(process.pid, "SIGKILL");`;
  expect(() => execFileSync(process.execPath, ["--input-type=module", "-e", writer])).toThrow();
  const store = opened(folder);
  expect(store.get("clock")).toEqual({ offset: 5 });
  expect(store.all("mail")).toEqual([{ subject: "kept" }]);
});

test("lists keep their order, are cleared one by one or together, and never give a number twice", () => {
  const store = opened(":memory:");
  expect([store.append("mail", 1), store.append("mail", 2), store.append("sms", 3)]).toEqual([1, 2, 1]);
  store.clear("mail");
  expect([store.all("mail"), store.all("sms")]).toEqual([[], [3]]);
  expect(store.append("mail", 4)).toBe(3);
  store.set("other", true);
  store.clear();
  expect([store.all("mail"), store.all("sms"), store.get("other")]).toEqual([[], [], true]);
});

test("what was begun together and failed left nothing", () => {
  const store = opened(":memory:");
  const failing = () =>
    store.together(() => {
      store.set("a", 1);
      store.together(() => store.append("sms", 1));
      throw new Error("half way");
    });
  expect(failing).toThrow("half way");
  expect([store.get("a"), store.all("sms")]).toEqual([undefined, []]);
});
