import { expect, test } from "vitest";
import { createDeskClient } from "../../../web/desk/client.ts";

interface Asked {
  readonly url: string;
  readonly headers: Record<string, string>;
}

/** The API answers one after the other; `undefined` is silence. */
const aClient = (answers: ({ status?: number; body: object } | undefined)[], token?: string) => {
  const asked: Asked[] = [];
  let keys = 0;
  const ask = async (url: unknown, { headers }: RequestInit = {}): Promise<Response> => {
    asked.push({ url: String(url), headers: headers as Record<string, string> });
    const next = answers.shift();
    if (next === undefined) throw new TypeError("nobody answers");
    return new Response(JSON.stringify(next.body), { status: next.status ?? 200 });
  };
  const client = createDeskClient({
    pack: "solar",
    token: async () => token,
    ask: ask as typeof fetch,
    newKey: () => `key-${(keys += 1)}`,
  });
  return { client, asked, keys: () => asked.map(({ headers }) => headers["idempotency-key"]) };
};

test("what got no answer is sent again with its key, and what is said anew with another", async () => {
  const { client, keys } = aClient([undefined, { body: {} }, { body: {} }], "local:sanne");
  const note = () => client.post("cases/K7M2P4Q/note", { text: "Belde" });
  expect(await note()).toMatchObject({ failed: "away" });
  expect(await note()).toEqual({ found: {} });
  await note();
  expect(keys()).toEqual(["key-1", "key-1", "key-2"]);
});

test("other words are another request", async () => {
  const { client, keys } = aClient([undefined, { body: {} }], "local:sanne");
  await client.post("cases/K7M2P4Q/note", { text: "Belde" });
  await client.post("cases/K7M2P4Q/note", { text: "Belde terug" });
  expect(keys()).toEqual(["key-1", "key-2"]);
});

test("the API's reason is told, with the places of what it cannot read", async () => {
  const { client } = aClient(
    [
      { status: 409, body: { code: "already-done", detail: "This was done before." } },
      {
        status: 400,
        body: {
          code: "invalid-request",
          detail: "See errors.",
          errors: [{ place: "by", message: "a date" }],
        },
      },
    ],
    "local:sanne",
  );
  expect(await client.post("cases/A/plan", {})).toEqual({
    failed: "already-done",
    detail: "This was done before.",
  });
  expect(await client.post("cases/A/plan", {})).toMatchObject({ detail: "See errors. by: a date." });
});

test("asks with the token in a header, and asks nothing without one", async () => {
  const { client, asked } = aClient([{ body: { cases: [] } }], "local:sanne");
  await client.get("cases");
  expect(asked[0]).toMatchObject({
    url: "/v1/solar/staff/cases",
    headers: { authorization: "Bearer local:sanne" },
  });
  const nobody = aClient([]);
  expect(await nobody.client.get("cases")).toMatchObject({ failed: "signed-out" });
  expect(nobody.asked).toEqual([]);
});
