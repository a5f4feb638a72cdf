import { expect, test } from "vitest";
import { localSettings } from "#local/settings.ts";

test("without settings the contract's ports and folder hold", () => {
  expect(localSettings({})).toEqual({ ports: { api: 8787, aws: 4566, smtp: 2525 }, data: ".kept" });
});

test("what is set is taken", () => {
  const set = {
    KEPT_PORT: "0",
    KEPT_SMTP_PORT: "2526",
    KEPT_DATA: "/x",
    KEPT_NOW: "2026-12-01T10:00:00+01:00",
    KEPT_DYNAMODB_ENDPOINT: "http://127.0.0.1:8000",
  };
  expect(localSettings(set)).toEqual({
    ports: { api: 0, aws: 4566, smtp: 2526 },
    data: "/x",
    now: "2026-12-01T09:00:00.000Z",
    dynamodbEndpoint: "http://127.0.0.1:8000",
  });
});

test.each([
  ["KEPT_PORT", "http"],
  ["KEPT_PORT", "70000"],
  ["KEPT_AWS_PORT", "-1"],
  ["KEPT_NOW", "tomorrow"],
  ["KEPT_NOW", "2026-02-30T00:00:00Z"],
  ["KEPT_DYNAMODB_ENDPOINT", "localhost:8000"],
])("%s=%s is refused by its name", (name, value) => {
  expect(() => localSettings({ [name]: value })).toThrow(
    new RegExp(`^${name} is "${value}"; set it to [^\\n]+$`),
  );
});
