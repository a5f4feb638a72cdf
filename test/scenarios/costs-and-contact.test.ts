import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { aCompany, type Brought, kindsTo, type SeenByCustomer } from "./case.ts";
import { aStory, type Story } from "./world.ts";

/** Monday 2 November 2026, 10:00 in Berlin. */
const monday = "2026-11-02T09:00:00Z";
const noor = "noor@customer.example";
const staff = { authorization: "Bearer local:lena:staff:expandit" };
const path = "/v1/expandit/staff";

const put = async (story: Story, to: string, body: object) => {
  const headers = { "content-type": "application/json", "idempotency-key": randomUUID(), ...staff };
  const response = await fetch(story.world.url + to, { method: "PUT", body: JSON.stringify(body), headers });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

interface Costs extends SeenByCustomer {
  readonly costs: readonly {
    readonly notice: number;
    readonly state: string;
    readonly amount?: string;
    readonly by?: string;
    readonly answeredAt?: string;
  }[];
}

describe("work that costs extra", () => {
  test("is told, waits, is agreed to on the page, and only then is the question answered", async () => {
    const story = await aStory(monday);
    const expandit = aCompany(story, "expandit", "lena");
    const { number, link }: Brought = await expandit.bring({
      kind: "inquiry",
      topic: "support",
      fields: { description: "Our invoices do not arrive" },
      customer: { name: "Noor Bakker", email: noor },
      language: "de",
    });
    const charge = { text: "Two hours of work", amount: "250.00", currency: "EUR" };
    expect((await expandit.act(number, "cost-notice", { ...charge, currency: undefined })).status).toBe(400);
    expect((await expandit.act(number, "cost-notice", charge)).status).toBe(200);
    const answer = { text: "It is there." };
    expect((await expandit.act(number, "answer", answer)).body.code).toBe("cost-unanswered");

    const kept = { "kept-link": link };
    const page = (await story.get<Costs>("/v1/link", kept)).body;
    expect(page.actions).toEqual(["answer", "accept", "decline"]);
    const [{ notice } = { notice: 0 }] = page.costs;
    const press = (act: string, body: object = {}) =>
      story.post<Costs>(`/v1/link/${act}`, { version: 1, notice, ...body }, kept);
    expect((await press("accept", { notice: notice + 1 })).body.code).toBe("not-offered");
    await story.advance("PT2H");
    const [one, other] = await Promise.all([press("accept", { name: "Petra" }), press("accept")]);
    expect([one.status, other.status]).toEqual([200, 200]);
    const agreed = (await story.get<Costs>("/v1/link", kept)).body;
    expect(agreed.costs).toMatchObject([
      { state: "accepted", amount: "250.00", answeredAt: expect.stringMatching(/^2026-11-02T11:0/) },
    ]);
    expect((await press("decline")).body.code).toBe("already-done");
    expect(kindsTo(await story.mails(), "support@expandit.com")).toEqual([
      "staff-case-assigned",
      "staff-case-customer",
    ]);
    expect((await expandit.act(number, "answer", answer)).status).toBe(200);
    const offer = await story.post<Costs>("/v1/link/accept", { version: 1 }, kept);
    expect(offer.body.code).toBe("invalid-request");
  });
});

describe("a new partner", () => {
  test("is called in time or somebody hears of it; nothing is sold before they understand, and meetings are kept", async () => {
    const story = await aStory(monday);
    const post = (to: string, body: object) =>
      story.post<Record<string, unknown>>(`${path}/${to}`, body, staff);
    const manager = { name: "Lena Brandt", email: "lena@expandit.com" };
    const relation = `${path}/accounts/vega/relation`;
    expect((await put(story, relation, { kind: "partner", manager })).body["code"]).toBe("not-found");
    await post("accounts", { accounts: [{ id: "vega", licence: "standard", users: 5 }] });
    const entered = await put(story, relation, { kind: "partner", manager });
    expect([entered.status, entered.body["nextContactBy"]]).toEqual([200, "2026-12-02T16:00:00.000Z"]);
    await put(story, `${path}/customers/${noor}`, { account: "vega" });

    const expandit = aCompany(story, "expandit", "lena");
    const { number } = await expandit.bring({
      kind: "inquiry",
      topic: "sales",
      fields: { description: "What does a second site cost?" },
      customer: { name: "Noor Bakker", email: noor },
      language: "de",
    });
    const offer = { text: "900 euros." };
    expect((await expandit.act(number, "answer", offer)).body.code).toBe("not-understood");
    expect((await post("accounts/vega/understood", { by: "Lena Brandt" })).status).toBe(200);
    expect((await expandit.act(number, "answer", offer)).status).toBe(200);

    const meeting = await post("accounts/vega/meetings", {
      at: "2026-11-05T13:00:00Z",
      guest: { name: "Noor Bakker", email: noor },
      host: manager,
      language: "de",
      timeZone: "Europe/Berlin",
    });
    expect(meeting.status).toBe(201);
    await story.advanceTo("2026-11-04T13:05:00Z");
    expect(kindsTo(await story.mails(), noor)).toContain("meeting-reminder");
    await story.advanceTo("2026-11-05T14:00:00Z");
    const arrivals = [{ name: "Noor Bakker", side: "guest", arrivedAt: "2026-11-05T13:00:00Z" }];
    const recorded = await post(`meetings/${String(meeting.body["id"])}/attended`, { arrivals });
    expect(recorded.body).toMatchObject({ status: "recorded", arrivals: [{ onTime: true }] });
    expect((await story.get(relation, staff)).body).toMatchObject({
      nextContactBy: "2026-12-07T16:00:00.000Z",
      lastContact: { how: "meeting" },
    });

    await story.advanceTo("2026-12-07T16:06:00Z");
    const { tasks } = (await story.get<{ tasks: object[] }>(`${path}/tasks`, staff)).body;
    expect(tasks).toMatchObject([
      { what: "contact-due", due: "2026-12-07T16:00:00.000Z", for: "Lena Brandt" },
    ]);
    expect(kindsTo(await story.mails(), "service-management@expandit.example")).toEqual([
      "staff-contact-missed",
    ]);
    const called = await post("accounts/vega/contacts", {
      by: "Lena Brandt",
      how: "phone",
      note: "All well.",
    });
    expect(called.body).toMatchObject({ state: "open", lastContact: { by: "Lena Brandt" } });
    const promised = await story.get<{ promises: { promise: string; state: string }[] }>(
      `${path}/promises?from=2026-11-01&to=2027-01-01`,
      staff,
    );
    const contacts = promised.body.promises.filter(({ promise }) => promise === "contact");
    expect(contacts.map(({ state }) => state).toSorted()).toEqual(["kept", "late", "open"]);
  });
});
