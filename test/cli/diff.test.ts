import { describe, expect, test } from "vitest";
import solar from "#policies/solar.json" with { type: "json" };
import taxdome from "#policies/taxdome.json" with { type: "json" };
import { aFile, kept } from "./typed.ts";

const files = (before: object, after: object): string =>
  `${aFile("old.json", JSON.stringify(before))} ${aFile("new.json", JSON.stringify(after))}`;

/** A copy in which one text was replaced, wherever it stands. */
const edited = (policy: object, text: string, by: string): object => {
  const written = JSON.stringify(policy);
  if (!written.includes(text)) throw new Error(`"${text}" is not in that policy`);
  return JSON.parse(written.replace(text, by)) as object;
};

interface Data {
  readonly same: boolean;
  readonly promises: readonly { readonly id: string; readonly change: string; readonly example?: object }[];
  readonly settings: readonly object[];
}

const data = async (before: object, after: object): Promise<Data> =>
  JSON.parse((await kept(`diff ${files(before, after)} --json`)).out) as Data;

describe("two policies that", () => {
  test("say the same are the same, whatever the order of their settings", async () => {
    const turned = Object.fromEntries(Object.entries(solar).toReversed());
    expect(await kept(`diff ${files(solar, turned)}`)).toEqual({
      code: 0,
      out: "old.json and new.json promise the same, and no setting differs.\n",
      notes: "",
    });
  });

  test("ask for an earlier acknowledgement say so with the first case that it matters for", async () => {
    const { code, out } = await kept(
      `diff ${files(solar, edited(solar, '"workingDays":7', '"workingDays":5'))} --date 2026-12-29`,
    );
    expect(code).toBe(1);
    expect(out).toContain("~ Acknowledge within 5 working days (was: Acknowledge within 7 working days)");
    // Wednesday 23 and Thursday 24 December, Monday 28 to Wednesday 30: five; Christmas and the weekend do not count.
    expect(out).toContain(
      "One received on Tuesday, 22 December 2026, 10:00: Wednesday, 30 December 2026, 17:00 instead of Monday, 4 January 2027, 17:00, 5 days earlier.",
    );
    expect(out).toContain("What was booked or registered before keeps what it was promised.");
  });

  test("close on another day differ in dates although no promise reads otherwise", async () => {
    const closed = {
      ...solar,
      holidays: { ...solar.holidays, closed: [{ date: "2026-12-31", reason: "Stocktaking" }] },
    };
    const { promises, settings } = await data(solar, closed);
    expect(promises.map(({ change }) => change)).toContain("moved");
    expect(settings).toEqual([
      { place: "holidays.closed", after: [{ date: "2026-12-31", reason: "Stocktaking" }] },
    ]);
  });

  test("have one reminder more say when it would go out", async () => {
    const reminders = [
      { channel: "email", before: "PT72H", sendFor: "PT12H", clause: "§3" },
      ...taxdome.appointments.reminders,
    ];
    const more = { ...taxdome, appointments: { ...taxdome.appointments, reminders } };
    const { out } = await kept(`diff ${files(taxdome, more)} --date 2026-12-09`);
    expect(out).toContain("+ E-mail reminder, 3 days before (new)");
    expect(out).toContain(
      "A session on Wednesday, 9 December 2026, 14:00 is promised it by Sunday, 6 December 2026, 14:00.",
    );
    expect(await data(more, taxdome)).toMatchObject({ promises: [{ id: "email-PT72H", change: "removed" }] });
  });

  test("name another clause, or another notice, differ in settings alone", async () => {
    const other = edited(taxdome, '"atLeast":"PT24H"', '"atLeast":"PT48H"');
    expect(await data(taxdome, other)).toMatchObject({
      same: false,
      promises: [],
      settings: [{ place: "appointments.notice.atLeast", before: "PT24H", after: "PT48H" }],
    });
  });
});

test("what cannot be compared is trouble, as with diff(1)", async () => {
  const there = aFile("old.json", JSON.stringify(solar));
  expect(await kept(`diff ${there} nothing.json`)).toMatchObject({ code: 2, out: "" });
  expect(await kept(`diff ${there} ${aFile("new.json", "{}")}`)).toMatchObject({
    code: 2,
    notes: 'new.json has mistakes: see "kept check new.json"\n',
  });
  expect(await kept(`diff ${there}`)).toMatchObject({ code: 2 });
});
