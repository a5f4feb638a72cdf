import { describe, expect, test } from "vitest";
import type { Ports } from "#adapters/ports.ts";
import { isRefusal } from "#core/errors.ts";
import { instant } from "#core/time.ts";
import { enterAbsence } from "#steps/absence/enter.ts";
import { sweep } from "#steps/sweep.ts";
import { aCall, entriesOf, expandit, staffMailsOf } from "../../builders/absence.ts";
import { aRegisteredCase, type CaseWorld, kindsOf, staffAct, theCase } from "../../builders/case.ts";
import { arrive, withMail } from "../../builders/mail.ts";

const [from, to] = [instant("2026-11-02T09:00:00Z"), instant("2026-11-03T09:00:00Z")];

/** The process dies when it would write for the nth time: that write, and all that it would do after it, never is. */
const dying = <World extends Ports>(world: World, nth: number): World => {
  let writes = 0;
  const die = <Result>(go: () => Promise<Result>) => {
    if (writes >= nth) throw new Error("the process died");
    return go();
  };
  return {
    ...world,
    table: {
      ...world.table,
      commit: (all) => {
        writes += 1;
        return die(() => world.table.commit(all));
      },
    },
    mailer: { send: (mail) => die(() => world.mailer.send(mail)) },
  };
};

const enter = (ports: Ports, world: CaseWorld) =>
  enterAbsence(ports, world.deployed, { person: "lena", from, to, standIn: "mara" }, "staff:lena", {
    pack: "expandit",
    key: "away",
    fingerprint: "away",
  });

const countTo = 12;
const times = Array.from({ length: countTo }, (_, nth) => nth + 1);

describe("a process that dies", () => {
  test.each(times)(
    "at its write number %i while an absence is entered passes the call on once",
    async (nth) => {
      const world = expandit();
      const number = await aCall(world);
      await enter(dying(world, nth), world).catch(() => undefined);
      const entered = await enter(world, world);
      expect(isRefusal(entered)).toBe(false);
      world.setNow("2026-11-02T09:20:00.000Z");
      await sweep(world);
      expect((await theCase(world, number)).handler).toBe("jonas");
      const passed = entriesOf(world, `expandit#case#${number}`).filter((each) => each.includes("passed-on"));
      expect(passed).toHaveLength(1);
      expect(staffMailsOf(world).filter((each) => each.includes("jonas")).length).toBeLessThanOrEqual(1);
      world.setNow("2026-11-03T09:05:00.000Z");
      await sweep(world);
      const { id } = entered as { id: string };
      expect(entriesOf(world, `expandit#absence#${id}`)).toEqual([
        "staff:lena entered",
        "kept began",
        "kept ended",
      ]);
    },
  );

  test.each(times)("at its write number %i while a mail is settled answers at most once", async (nth) => {
    const world = withMail(expandit(), ["expandit"]);
    const { number } = await aRegisteredCase(world, {
      kind: "inquiry",
      topic: undefined,
      fields: { description: "How?" },
      channel: "mail",
      mailbox: "support",
    });
    await staffAct(world, number, "assign", { to: "lena" });
    await enter(world, world);
    const bring = (ports: typeof world) =>
      arrive(ports, [`reply+c.expandit.${number.toLowerCase()}.c@kept.example`], { id: "m", text: "Hallo?" });
    const once = dying(world, nth);
    await bring(once).catch(() => undefined);
    await bring(world);
    world.setNow("2026-11-02T09:20:00.000Z");
    await sweep(world);
    const answers = kindsOf(world.mails).filter((kind) => kind === "out-of-office");
    const { promises } = await theCase(world, number);
    const states = Object.values(promises).flatMap(({ kind, state }) =>
      kind === "out-of-office" ? [state] : [],
    );
    expect(states).toHaveLength(1);
    // Between the claim and its settling nobody knows, and nobody sends a second time.
    if (states[0] === "unknown") expect(answers.length).toBeLessThanOrEqual(1);
    else expect([states[0], answers.length]).toEqual([expect.stringMatching(/^(kept|late)$/), 1]);
  });
});
