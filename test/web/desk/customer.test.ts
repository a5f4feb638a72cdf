import { expect, test } from "vitest";
import { judgementBody } from "#api/access-schemas.ts";
import { feeBody, waiveBody, wordBody } from "#api/standing-schemas.ts";
import { bodyOf } from "../../../web/desk/act/body.ts";
import { actsOnFee, actsOnIncident, actsOnStrike } from "../../../web/desk/customer/customer-acts.ts";
import type { Incident, Me, Strike } from "../../../web/desk/customer/customer-answers.ts";
import { judgementLines, standingOf, strikeLines } from "../../../web/desk/customer/customer-words.ts";
import { createClockFace } from "../../../web/desk/words.ts";

const face = createClockFace("Europe/Amsterdam");
const [staff, manager, board] = (["staff", "manager", "board"] as const).map(
  (role): Me => ({ name: "eva", roles: [role] }),
) as [Me, Me, Me];

const aStrike = (changes: Partial<Strike> = {}): Strike => ({
  id: "K7M2P4Q",
  cause: "no-show",
  at: "2026-12-01T09:00:00.000Z",
  counts: true,
  ...changes,
});
const anIncident = (changes: Partial<Incident> = {}): Incident => ({
  id: "01",
  customer: "noor@customer.example",
  evidence: "Insulted the host.",
  reportedBy: "anna",
  reportedAt: "2026-12-01T09:00:00.000Z",
  ...changes,
});
const said = { by: "staff:bram", at: "2026-12-02T09:00:00.000Z", reason: "Our mail came late" };

const labels = (acts: readonly { readonly label: string }[]) => acts.map(({ label }) => label);

test("only who may decide is offered it: managers and the board, of a report nobody who made it", () => {
  const waiting = aStrike({ brings: "awaits-word" });
  expect(labels(actsOnStrike(waiting, staff))).toEqual([]);
  for (const me of [manager, board])
    expect(labels(actsOnStrike(waiting, me))).toEqual(["Waive it", "Say whether its consequence applies"]);
  expect(labels(actsOnStrike(aStrike({ waived: said, counts: false }), manager))).toEqual([]);
  expect(labels(actsOnIncident(anIncident(), staff))).toEqual([]);
  expect(labels(actsOnIncident(anIncident(), manager))).toEqual(["Judge it"]);
  expect(labels(actsOnIncident(anIncident({ reportedBy: "eva" }), manager))).toEqual([]);
  const states = ["owed", "paid", "waived", "void"] as const;
  const fee = { id: "K", amount: "50.00", currency: "EUR", acceptedAt: said.at };
  expect(states.map((state) => actsOnFee({ ...fee, state }).length)).toEqual([2, 0, 0, 0]);
});

test("each act sends the body that the API takes", () => {
  const wishes = [
    ...actsOnStrike(aStrike({ brings: "awaits-word" }), manager),
    ...actsOnFee({ id: "K", amount: "50.00", currency: "EUR", acceptedAt: said.at, state: "owed" }),
    ...actsOnIncident(anIncident(), manager),
  ].map((act) => {
    const filled = act.fields.map(
      ({ name, input, choices }) =>
        [
          name,
          input === "choice" ? (choices?.at(-1)?.[0] ?? "") : input === "date" ? "2026-12-20" : "Woorden",
        ] as const,
    );
    const body = bodyOf(filled);
    return act.wishOf?.(body) ?? body;
  });
  const schemas = [waiveBody, wordBody, feeBody, feeBody, judgementBody];
  expect(schemas.map((schema, at) => schema.safeParse(wishes[at]).error)).toEqual(
    schemas.map(() => undefined),
  );
  expect(wishes[1]).toMatchObject({ applies: false });
  expect(wishes[4]).toEqual({ outcome: "licence-ended", openBookings: "cancel", reason: "Woorden" });

  const [judge] = actsOnIncident(anIncident(), manager);
  expect(judge?.wishOf?.({ outcome: "restriction", until: "2026-12-20" })).toEqual({
    outcome: "restriction",
    until: new Date("2026-12-20T00:00:00").toISOString(),
  });
});

test("what holds for the next session is said in words, and that nothing does", () => {
  expect(standingOf({ consequence: null }, face)).toEqual(["Nothing stands in the way of a next session."]);
  const date = "2027-06-07T08:00:00.000Z";
  expect(standingOf({ restricted: {}, consequence: { kind: "not-before", date } }, face)).toEqual([
    expect.stringContaining("can book and move no session; cancelling stays possible"),
    "After repeated no-shows no session of theirs can start before Mon, 7 Jun 2027, 10:00.",
  ]);
  expect(
    standingOf(
      { restricted: { until: date }, consequence: { kind: "fee", amount: "50.00", currency: "EUR" } },
      face,
    ),
  ).toEqual([
    expect.stringContaining("before Mon, 7 Jun 2027, 10:00"),
    "After repeated no-shows their next session costs EUR 50.00.",
  ]);
});

test("a strike says whether it counts and why not, who waived it, and what it brings", () => {
  expect(strikeLines(aStrike(), face)).toEqual(["It counts."]);
  expect(strikeLines(aStrike({ counts: false, waived: said }), face)).toEqual([
    "It counts no more.",
    "Waived by bram, Wed, 2 Dec 2026, 10:00: Our mail came late",
  ]);
  expect(strikeLines(aStrike({ counts: false }), face)[0]).toContain("nobody had proven by then");
  expect(
    strikeLines(aStrike({ brings: "dropped", word: { ...said, applies: false } }), face).slice(1),
  ).toEqual([
    "It is a repeated one, and its consequence was dropped.",
    "Its consequence is dropped: said by bram, Wed, 2 Dec 2026, 10:00: Our mail came late",
  ]);
});

test("a report says that it waits and for whom, or how it was judged", () => {
  expect(judgementLines(anIncident(), staff, face).at(-1)).toBe("A manager judges it.");
  expect(judgementLines(anIncident({ reportedBy: "eva" }), manager, face).at(-1)).toContain(
    "You reported it",
  );
  const judgement = {
    outcome: "restriction",
    until: "2026-12-19T23:00:00.000Z",
    reason: "Heard",
    by: "bram",
    at: said.at,
  };
  expect(judgementLines(anIncident({ judgement }), manager, face)).toEqual([
    "Judged by bram, Wed, 2 Dec 2026, 10:00: no sessions before Sun, 20 Dec 2026, 00:00",
    "Because: Heard",
  ]);
});
