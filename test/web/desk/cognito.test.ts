import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { createCognito } from "../../../web/desk/sign-in/cognito.ts";

const domain = "https://kept-staff.auth.eu-west-1.amazoncognito.com";

/** A tab of a browser whose pool answers like this, and a clock that the test moves. */
const aTab = (...answers: (object | undefined)[]) => {
  const kept = new Map<string, string>();
  const went: URL[] = [];
  const asked: URLSearchParams[] = [];
  let minutes = 0;
  let count = 0;
  const cognito = createCognito({
    config: { by: "cognito", domain, clientId: "desk" },
    store: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    },
    ask: (async (_url: unknown, { body }: RequestInit) => {
      asked.push(body as URLSearchParams);
      const answer = answers.shift();
      return new Response(JSON.stringify(answer ?? {}), { status: answer === undefined ? 400 : 200 });
    }) as typeof fetch,
    go: (url) => void went.push(new URL(url)),
    now: () => new Date(Date.UTC(2026, 11, 1, 9, minutes)),
    random: (bytes) => bytes.fill((count += 1)),
    origin: "https://kept.example",
  });
  return { cognito, went, asked, kept, pass: (more: number) => (minutes += more) };
};

const claims = Buffer.from(
  JSON.stringify({ "cognito:username": "sanne", email: "sanne@solar.example" }),
).toString("base64url");
const tokens = {
  access_token: "one",
  id_token: `h.${claims}.s`,
  refresh_token: "again",
  expires_in: 3600,
};

const signedIn = async (...more: (object | undefined)[]) => {
  const tab = aTab(tokens, ...more);
  await tab.cognito.begin("/desk/solar/cases/K7M2P4Q");
  const state = tab.went[0]!.searchParams.get("state")!;
  const wanted = await tab.cognito.finish(new URLSearchParams({ code: "c", state }));
  return { ...tab, wanted };
};

test("a person is sent to the pool with a challenge, and comes back to where they wanted to be", async () => {
  const { cognito, went, asked, wanted } = await signedIn();
  const sent = Object.fromEntries(went[0]!.searchParams);
  expect(went[0]!.href.startsWith(`${domain}/oauth2/authorize?`)).toBe(true);
  expect(sent).toMatchObject({
    response_type: "code",
    client_id: "desk",
    redirect_uri: "https://kept.example/desk",
    code_challenge_method: "S256",
  });
  const verifier = asked[0]!.get("code_verifier")!;
  expect(verifier).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(sent["code_challenge"]).toBe(createHash("sha256").update(verifier).digest("base64url"));
  expect(wanted).toBe("/desk/solar/cases/K7M2P4Q");
  expect([await cognito.token(), cognito.name()]).toEqual(["one", "sanne"]);
});

test("a code that this tab never asked for is redeemed by nobody", async () => {
  const stranger = aTab(tokens);
  expect(await stranger.cognito.finish(new URLSearchParams({ code: "c", state: "s" }))).toBeUndefined();
  await stranger.cognito.begin("/desk");
  expect(await stranger.cognito.finish(new URLSearchParams({ code: "c", state: "other" }))).toBeUndefined();
  expect(stranger.asked).toEqual([]);
  expect(await stranger.cognito.token()).toBeUndefined();
});

test("a token that is about to end is renewed, with the same proof the next time too", async () => {
  const { cognito, asked, pass } = await signedIn(
    { access_token: "two", expires_in: 3600 },
    { access_token: "three", expires_in: 3600 },
  );
  pass(58);
  expect(await cognito.token()).toBe("one");
  pass(1);
  expect(await cognito.token()).toBe("two");
  pass(60);
  expect(await cognito.token()).toBe("three");
  expect(asked.slice(1).map((form) => form.get("refresh_token"))).toEqual(["again", "again"]);
  expect(cognito.name()).toBe("sanne");
});

test("whoever may not renew any more has to sign in, and whoever leaves leaves nothing", async () => {
  const { cognito, pass, kept, went } = await signedIn(undefined);
  pass(60);
  expect(await cognito.token()).toBeUndefined();
  cognito.leave();
  expect(kept.size).toBe(0);
  expect(went.at(-1)!.href).toBe(
    `${domain}/logout?client_id=desk&logout_uri=https%3A%2F%2Fkept.example%2Fdesk`,
  );
});
