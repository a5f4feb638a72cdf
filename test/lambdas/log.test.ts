import type { Context } from "aws-lambda";
import { beforeEach, expect, test, vi } from "vitest";

const lines: Record<string, unknown>[] = [];

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv("POWERTOOLS_SERVICE_NAME", "kept");
  vi.stubEnv("POWERTOOLS_LOG_LEVEL", "INFO");
  vi.stubEnv("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
  lines.length = 0;
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, "write").mockImplementation((text) => {
      lines.push(JSON.parse(String(text)) as Record<string, unknown>);
      return true;
    });
  return () => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  };
});

const anInvocation = (awsRequestId: string) => ({
  context: { awsRequestId, functionName: "kept-sweep", memoryLimitInMB: "512" } as Context,
});

test("what is logged names its service and its invocation, and carries the facts", async () => {
  const { inContext, log } = await import("../../lambdas/shared/log.ts");
  inContext.before(anInvocation("first"));
  log.info("swept", { watched: 3 });
  expect(lines).toEqual([
    expect.objectContaining({
      level: "INFO",
      message: "swept",
      service: "kept",
      function_name: "kept-sweep",
      function_request_id: "first",
      facts: { watched: 3 },
    }),
  ]);
});

test("all lines of a process's first invocation are those of a cold start, and no others", async () => {
  const { inContext, log } = await import("../../lambdas/shared/log.ts");
  for (const id of ["first", "second"]) {
    inContext.before(anInvocation(id));
    log.info("one", {});
    log.error("another", {});
  }
  expect(lines.map((line) => [line["function_request_id"], line["cold_start"]])).toEqual([
    ["first", true],
    ["first", true],
    ["second", false],
    ["second", false],
  ]);
});

test("a second invocation is no cold start, though the first had nothing to say", async () => {
  const { inContext, log } = await import("../../lambdas/shared/log.ts");
  inContext.before(anInvocation("first"));
  inContext.before(anInvocation("second"));
  log.info("one", {});
  expect(lines.map((line) => [line["function_request_id"], line["cold_start"]])).toEqual([["second", false]]);
});
