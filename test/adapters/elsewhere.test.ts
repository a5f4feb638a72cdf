import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { afterEach, describe, expect, test } from "vitest";
import { createElsewhere } from "#adapters/elsewhere.ts";
import { type Accesses, createAccesses, type NoAccesses } from "#adapters/elsewhere-secret.ts";
import type { ElsewhereErrand } from "#core/case/elsewhere-answer.ts";
import { instant } from "#core/time.ts";
import { policyOf } from "../builders/case.ts";
import { aFaultySystem } from "../fakes/faulty.ts";
import { aPct, type Pct, pctSecret } from "../fakes/pct.ts";
import { aServiceNow, type ServiceNow, serviceNowClient, serviceNowUser } from "../fakes/servicenow.ts";
import { closedPort } from "./loopback.ts";

const [serviceNowPolicy, pctPolicy] = policyOf("bnc").cases?.systems ?? [];
const now = instant("2026-12-01T08:00:00Z");

const errand = (changes: Partial<ElsewhereErrand> = {}): ElsewhereErrand => ({
  pack: "bnc",
  number: "K7F3Q2M",
  receivedAt: now,
  seq: 1,
  what: "register",
  system: serviceNowPolicy!,
  picture: { standing: "registered", kind: "complaint", team: "complaint-handling", milestones: [] },
  ...changes,
});

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

const systems = async (): Promise<{ serviceNow: ServiceNow; pct: Pct }> => {
  const [serviceNow, pct] = await Promise.all([aServiceNow(), aPct()]);
  open.push(serviceNow, pct);
  return { serviceNow, pct };
};

const tell = (bnc: Accesses[string] | NoAccesses, changes: Partial<ElsewhereErrand> = {}) =>
  createElsewhere({
    accesses: async () => (typeof bnc === "string" ? bnc : { bnc }),
    site: "https://kept.example",
    now: () => now,
    timeoutMilliseconds: 1000,
  }).tell(errand(changes));

describe("ServiceNow", () => {
  test("takes a name and a password, or a token of OAuth", async () => {
    const { serviceNow } = await systems();
    for (const way of [serviceNowUser, serviceNowClient])
      expect(await tell({ servicenow: { url: `${serviceNow.url}/`, ...way } })).toEqual({
        outcome: "told",
        remote: { id: "0".repeat(31) + "1", reference: "INC0000001" },
      });
    expect(serviceNow.records).toHaveLength(1);
  });

  test("that does not know us needs a person", async () => {
    const { serviceNow } = await systems();
    const answers = { outcome: "later", reason: "not-authorized", needsPerson: true };
    const { url } = serviceNow;
    expect(await tell({ servicenow: { url, user: "kept", password: "wrong" } })).toEqual(answers);
    expect(await tell({ servicenow: { url, clientId: "kept", clientSecret: "wrong" } })).toEqual(answers);
  });

  test("whose record was deleted refuses for good", async () => {
    const { serviceNow } = await systems();
    const gone = { remote: { id: "f".repeat(32) }, what: "update" } as const;
    expect(await tell({ servicenow: { url: serviceNow.url, ...serviceNowUser } }, gone)).toEqual({
      outcome: "refused",
      reason: "status-404",
    });
  });

  test("that answers with somebody else's record, for its table has no such column, keeps that as it is", async () => {
    const records = await aFaultySystem(({ method }) => {
      expect(method).toBe("GET");
      return { status: 200, body: { result: [{ sys_id: "a".repeat(32), number: "INC0009999" }] } };
    });
    open.push(records);
    expect(await tell({ servicenow: { url: records.url, ...serviceNowUser } })).toEqual({
      outcome: "refused",
      reason: "no-correlation",
    });
    expect(records.asked()).toBe(1);
  });

  test.each([
    ["429", { outcome: "later", reason: "status-429", after: 7_200_000 }],
    ["500", { outcome: "later", reason: "status-500" }],
    ["400", { outcome: "refused", reason: "status-400" }],
    ["drop", { outcome: "later", reason: "unreachable" }],
    ["slow", { outcome: "later", reason: "timeout" }],
    ["html", { outcome: "later", reason: "not-understood" }],
    ["large", { outcome: "later", reason: "too-large" }],
    // Followed, it would have brought our credentials to somebody else.
    ["redirect", { outcome: "later", reason: "not-understood" }],
  ] as const)("that answers by %s is understood", async (fault, answer) => {
    const { serviceNow } = await systems();
    serviceNow.away = fault;
    expect(await tell({ servicenow: { url: serviceNow.url, ...serviceNowUser } })).toEqual(answer);
  });

  test("is not told over a line that others can listen to, nor where nothing listens", async () => {
    const http = await tell({ servicenow: { url: "http://bnc.example", ...serviceNowUser } });
    expect(http).toEqual({ outcome: "later", reason: "not-https", needsPerson: true });
    const url = `http://127.0.0.1:${await closedPort()}`;
    expect(await tell({ servicenow: { url, ...serviceNowUser } })).toMatchObject({ reason: "unreachable" });
  });
});

describe("PCT", () => {
  test("verifies what it is told, and takes it once under its id", async () => {
    const { pct } = await systems();
    const way = { pct: { url: pct.url, secret: pctSecret } };
    for (const _time of [1, 2])
      expect(await tell(way, { system: pctPolicy! })).toMatchObject({ outcome: "told" });
    expect(pct.events).toEqual([
      {
        id: "bnc-K7F3Q2M-1",
        type: "case.registered",
        sequence: 1,
        data: {
          pack: "bnc",
          number: "K7F3Q2M",
          kind: "complaint",
          status: "registered",
          team: "complaint-handling",
          receivedAt: now,
          milestones: [],
          page: "https://kept.example/desk/bnc/cases/K7F3Q2M",
        },
      },
    ]);
  });

  test("with another secret takes nothing", async () => {
    const { pct } = await systems();
    const secret = `whsec_${Buffer.alloc(32, 1).toString("base64")}`;
    expect(await tell({ pct: { url: pct.url, secret } }, { system: pctPolicy! })).toMatchObject({
      reason: "not-authorized",
    });
    expect(pct.events).toEqual([]);
  });
});

describe("the secret", () => {
  const written = (SecretString: string) => {
    const client = new SecretsManagerClient({ region: "eu-west-1" });
    return createAccesses("kept/elsewhere", Object.assign(client, { send: async () => ({ SecretString }) }));
  };

  test("may be empty, or say that nobody is to be told", async () => {
    expect(await written("{}")()).toEqual({});
    expect(await tell({})).toEqual({ outcome: "unconnected" });
    expect(await tell({ servicenow: "off" })).toEqual({ outcome: "off" });
  });

  test("that cannot be had for a moment is nobody's task yet", async () => {
    const client = new SecretsManagerClient({ region: "eu-west-1" });
    const failing = Object.assign(client, { send: () => Promise.reject(new Error("throttled")) });
    expect(await createAccesses("kept/elsewhere", failing)()).toBe("unavailable");
    expect(await tell("unavailable")).toEqual({ outcome: "later", reason: "secret-unavailable" });
  });

  test.each(["", "[]", '{"bnc":{"servicenow":{"url":"x"}}}', '{"bnc":{"jira":"off"}}'])(
    "that says %j is a person's to put right, and is not quoted",
    async (text) => {
      expect(await written(text)()).toBe("unreadable");
      expect(await tell("unreadable")).toEqual({
        outcome: "later",
        reason: "secret-not-understood",
        needsPerson: true,
      });
    },
  );
});
