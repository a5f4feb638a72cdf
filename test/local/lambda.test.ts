import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CannotStart } from "#local/cannot-start.ts";
import { sharedEnvironment } from "#local/environment.ts";
import { createLambdas } from "#local/lambda.ts";
import type { Clock } from "#local/ports.ts";
import type { LambdaFunction } from "#local/template/records.ts";
import { aFolder, fixtureRoot } from "./fixtures/assembly.ts";

const aLambda = (name: string, more: Partial<LambdaFunction> = {}): LambdaFunction => ({
  name,
  source: `lambdas/${name}.ts`,
  handler: "handler",
  timeoutSeconds: 2,
  environment: {},
  ...more,
});

const inFlight: string[] = [];
const clock: Pick<Clock, "inFlight"> = {
  inFlight: async (work) => {
    inFlight.push("begun");
    return work().finally(() => inFlight.push("ended"));
  },
};
const invoke = (name: string, payload: unknown, more: Partial<LambdaFunction> = {}) =>
  createLambdas({ functions: [aLambda(name, more)], root: fixtureRoot, clock: () => clock as Clock }).invoke(
    name,
    payload,
  );

test("a handler gets its event as JSON and knows its name and the time it has left", async () => {
  const invoked = await invoke("echo", { at: new Date(0), nothing: undefined });
  expect(invoked).toMatchObject({
    ok: true,
    payload: { event: { at: "1970-01-01T00:00:00.000Z" }, functionName: "echo" },
  });
  const { remaining } = (invoked as { payload: { remaining: number } }).payload;
  expect(remaining).toBeGreaterThan(1000);
  expect(remaining).toBeLessThanOrEqual(2000);
});

test("a function is found by its name, its ARN and its qualified ARN", async () => {
  const lambdas = createLambdas({
    functions: [aLambda("echo")],
    root: fixtureRoot,
    clock: () => clock as Clock,
  });
  const arn = "arn:aws:lambda:eu-west-1:000000000000:function:echo";
  for (const reference of ["echo", arn, `${arn}:$LATEST`])
    expect(await lambdas.invoke(reference, {})).toMatchObject({ ok: true });
});

test("an invocation counts as in flight until it has ended", async () => {
  inFlight.length = 0;
  await invoke("broken", {});
  expect(inFlight).toEqual(["begun", "ended"]);
});

test("a handler that throws is an error by its name, with the cause that Step Functions shows", async () => {
  const invoked = await invoke("broken", {});
  if (invoked.ok) throw new Error("it should have failed");
  expect(invoked.error).toBe("Superseded");
  expect(JSON.parse(invoked.cause)).toMatchObject({
    errorType: "Superseded",
    errorMessage: "version 2 holds",
  });
});

test("a handler is ended at the timeout of its template", async () => {
  const invoked = await invoke("never", {}, { timeoutSeconds: 0.05 });
  if (invoked.ok) throw new Error("it should have failed");
  expect(invoked.error).toBe("Sandbox.Timedout");
  expect(JSON.parse(invoked.cause)).toMatchObject({
    errorMessage: expect.stringContaining("Task timed out after 0.05 seconds"),
  });
});

test("a handler that ends at once without a result gives null", async () => {
  expect(await invoke("echo", undefined)).toMatchObject({ ok: true, payload: { event: null } });
});

test("a function that is not there, or exports nothing to call, is an error and no crash", async () => {
  const { invoke: call } = createLambdas({ functions: [], root: fixtureRoot, clock: () => clock as Clock });
  expect(await call("nobody", {})).toMatchObject({ ok: false, error: "Lambda.ResourceNotFoundException" });
  expect(await invoke("echo", {}, { handler: "main" })).toMatchObject({
    ok: false,
    error: "Runtime.HandlerNotFound",
  });
  expect(await invoke("missing", {})).toMatchObject({ ok: false });
});

test("two functions that disagree on a variable are refused, for locally they share one", () => {
  const one = aLambda("one", { environment: { A: "1", B: "2" } });
  const other = aLambda("other", { environment: { A: "1", B: "3" } });
  expect(() => sharedEnvironment([one, other], "http://127.0.0.1:1")).toThrow(
    new CannotStart("one and other disagree on B; locally they share one environment."),
  );
  expect(sharedEnvironment([one], "http://127.0.0.1:1")).toMatchObject({
    A: "1",
    AWS_ENDPOINT_URL: "http://127.0.0.1:1",
  });
});

test("a bundle runs in place of its source when it is asked for", async () => {
  const folder = aFolder();
  mkdirSync(join(folder, "asset.1"));
  writeFileSync(join(folder, "asset.1", "index.mjs"), 'export const handler = async () => "bundled";');
  const lambdas = createLambdas({
    functions: [aLambda("echo", { bundle: "asset.1" })],
    root: folder,
    bundles: true,
    clock: () => clock as Clock,
  });
  expect(await lambdas.invoke("echo", {})).toEqual({ ok: true, payload: "bundled" });
});
