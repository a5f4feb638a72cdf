import { describe, expect, test } from "vitest";
import { readPolicy } from "#core/policy/read.ts";
import { readDocument, thePolicy } from "./documents.ts";

/** A pack's document after one slip of the pen: the value at `path`, or no value. */
const slip = (pack: string, path: readonly (string | number)[], value?: unknown): unknown => {
  const document = structuredClone(readDocument(`${pack}.json`)) as Record<string | number, unknown>;
  const last = path.at(-1) ?? "";
  const inner = path
    .slice(0, -1)
    .reduce((at, step) => at[step] as Record<string | number, unknown>, document);
  if (value === undefined) delete inner[last];
  else inner[last] = value;
  return document;
};

const complaint = ["cases", "kinds", "complaint"] as const;
const place = "cases.kinds.complaint";

describe("a mistake is told with its place and its remedy", () => {
  test.each([
    ["solar", [...complaint, "team"], "sales", `${place}.team`, /no team "sales" under teams/],
    ["solar", [...complaint, "topics", 1, "team"], "x", `${place}.topics[1].team`, /no team "x"/],
    ["solar", [...complaint, "topics", 1, "id"], "service", `${place}.topics[1].id`, /a second time/],
    ["solar", ["cases", "receivers", "manager"], "x", "cases.receivers.manager", /no team "x"/],
    ["bnc", [...complaint, "closing", "reportTo"], "x", `${place}.closing.reportTo`, /no team "x"/],
    [
      "bnc",
      [...complaint, "escalation", "to"],
      ["board"],
      `${place}.escalation.to[0]`,
      /no team for "board"/,
    ],
    [
      "bnc",
      [...complaint, "milestones", 0, "escalate", 1, "to"],
      "board",
      `${place}.milestones[0].escalate[1].to`,
      /receivers names no team/,
    ],
    [
      "solar",
      [...complaint, "requests", "pauses", "customer"],
      ["answer"],
      `${place}.requests.pauses.customer[0]`,
      /no milestone "answer"/,
    ],
    [
      "solar",
      [...complaint, "milestones", 1, "due", "from", "milestone"],
      "resolve",
      `${place}.milestones[1].due.from.milestone`,
      /stands before this one/,
    ],
    [
      "solar",
      [...complaint, "milestones", 2, "due"],
      "plan",
      `${place}.milestones[2].due`,
      /asks for a plan/,
    ],
    [
      "solar",
      [...complaint, "milestones", 1, "id"],
      "acknowledge",
      `${place}.milestones[1].id`,
      /a second time/,
    ],
    [
      "solar",
      [...complaint, "milestones", 0, "due", "within"],
      { weeks: 1 },
      `${place}.milestones[0].due`,
      /a length such as/,
    ],
    ["bnc", ["cases", "triage", "otherwise"], "inquiry", "cases.triage.otherwise", /no kind "inquiry"/],
    [
      "bnc",
      ["cases", "triage", "rules", 0, "words"],
      ["SLA"],
      "cases.triage.rules[0].words[0]",
      /small letters/,
    ],
    [
      "expandit",
      ["cases", "kinds", "inquiry", "milestones", 3, "when", "licences"],
      ["gold"],
      "cases.kinds.inquiry.milestones[3].when.licences[0]",
      /no licence "gold" under access.tiers/,
    ],
    [
      "taxdome",
      ["cases", "kinds", "inquiry", "milestones"],
      [
        {
          id: "a",
          action: "reply",
          when: { inbox: true },
          due: { within: { days: 1 }, from: "receipt" },
          escalate: [],
          clause: "-",
        },
        {
          id: "b",
          action: "answer",
          due: { within: { days: 2 }, from: { milestone: "a" } },
          escalate: [],
          clause: "-",
        },
      ],
      "cases.kinds.inquiry.milestones[1].due.from.milestone",
      /not there in each case/,
    ],
    [
      "taxdome",
      ["cases", "kinds", "inquiry", "milestones"],
      [
        {
          id: "a",
          action: "reply",
          when: { inbox: true },
          due: { within: { days: 1 }, from: "receipt" },
          escalate: [],
          clause: "-",
        },
      ],
      "cases.kinds.inquiry.milestones",
      /nothing is promised to whoever has no licence without inbox/,
    ],
    ["expandit", ["mailboxes", "sales"], undefined, `${place}.loggedUnder[1]`, /no mailbox "sales"/],
  ] as const)("%s %j = %j", (...[pack, path, value, where, remedy]) => {
    const read = readPolicy(slip(pack, path, value));
    const mistakes = "mistakes" in read ? read.mistakes : [];
    expect(mistakes.map((each) => each.place)).toContain(where);
    expect(mistakes.find((each) => each.place === where)?.message).toMatch(remedy);
  });
});

describe("what the packs promise", () => {
  test("solar asks for a ticket number and a model with a service complaint, and sends each topic to its team", () => {
    const topics = thePolicy("solar.json").cases?.kinds.complaint?.topics ?? [];
    expect(
      topics.map(({ id, team, fields }) => [
        id,
        team,
        fields.filter((each) => each.required).map((each) => each.id),
      ]),
    ).toEqual([
      ["service", "service-management", ["ticketNumber", "model", "description"]],
      ["product", "technical-team", ["model", "description"]],
    ]);
    expect(topics[0]?.fields.map(({ id }) => id)).toEqual([
      "ticketNumber",
      "model",
      "serialNumber",
      "description",
      "proposedSolution",
    ]);
  });

  test("solar lets a date be extended only where its text says so", () => {
    const all = thePolicy("solar.json").cases?.kinds.complaint?.milestones ?? [];
    expect(all.filter(({ extendable }) => extendable).map(({ id }) => id)).toEqual(["resolve"]);
  });

  test("bnc registers in ServiceNow and PCT, and reports back to the complaint handler", () => {
    const cases = thePolicy("bnc.json").cases;
    expect(cases?.systems?.map(({ id }) => id)).toEqual(["servicenow", "pct"]);
    expect(cases?.kinds.complaint?.closing?.reportTo).toBe("complaint-handling");
    expect(cases?.triage?.otherwise).toBe("complaint");
  });

  test("expandit sends claims about defects to the board, and logs all under support or sales", () => {
    const kind = thePolicy("expandit.json").cases?.kinds.complaint;
    expect(kind?.topics?.find(({ id }) => id === "defect")?.team).toBe("board");
    expect(kind?.loggedUnder).toEqual(["support", "sales"]);
  });

  test("expandit asks after every kind of case whether the customer was satisfied", () => {
    const kinds = thePolicy("expandit.json").cases?.kinds ?? {};
    expect(Object.keys(kinds)).toEqual(["complaint", "incident", "inquiry"]);
    for (const kind of Object.values(kinds)) expect(kind.satisfaction).toBeDefined();
  });

  test("a figure that no text gives says that it is ours", () => {
    const acknowledge = thePolicy("bnc.json").cases?.kinds.complaint?.milestones[0];
    expect(acknowledge?.ours).toMatch(/our number/);
  });
});
