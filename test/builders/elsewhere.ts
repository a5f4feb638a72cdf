import { afterEach } from "vitest";
import { createElsewhere } from "#adapters/elsewhere.ts";
import type { Accesses } from "#adapters/elsewhere-secret.ts";
import type { ElsewherePorts } from "#adapters/ports.ts";
import { asElsewhere, type Elsewhere } from "#core/case/elsewhere.ts";
import { hour, type Milliseconds, minute, plus } from "#core/time.ts";
import { sweepElsewhere } from "#steps/case/elsewhere-sweep.ts";
import { aPct, type Pct, pctSecret } from "../fakes/pct.ts";
import { aServiceNow, type ServiceNow, serviceNowUser } from "../fakes/servicenow.ts";
import { aCaseWorld, aRegisteredCase, type CaseWorld, policyOf, staffAct } from "./case.ts";

/** B&C and the two systems in which its cases are registered, on this machine. */
export interface ElsewhereWorld extends CaseWorld {
  readonly elsewhere: ElsewherePorts["elsewhere"];
  readonly serviceNow: ServiceNow;
  readonly pct: Pct;
  /** The ways in, as a person wrote them into the secret; a test may write them anew. */
  accesses: Accesses;
}

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

/** @param timeoutMilliseconds short where a test has a system that does not answer. */
export const anElsewhereWorld = async (timeoutMilliseconds = 5000): Promise<ElsewhereWorld> => {
  const [serviceNow, pct] = await Promise.all([aServiceNow(), aPct()]);
  open.push(serviceNow, pct);
  const world = aCaseWorld(policyOf("bnc"));
  const elsewhere = createElsewhere({
    accesses: async () => told.accesses,
    site: "https://kept.example",
    now: world.now,
    timeoutMilliseconds,
  });
  const accesses: Accesses = {
    bnc: {
      servicenow: { url: serviceNow.url, ...serviceNowUser },
      pct: { url: `${pct.url}/hooks/kept`, secret: pctSecret },
    },
  };
  const told: ElsewhereWorld = { ...world, elsewhere, serviceNow, pct, accesses };
  return told;
};

/** Nobody calls Noor back. */
export const aBncCase = async (world: CaseWorld): Promise<string> => {
  const about = {
    topic: undefined,
    kind: "complaint",
    fields: { description: "Niemand belt terug" },
  } as const;
  return (await aRegisteredCase(world, about)).number;
};

/** A run every five minutes for so long. */
export const runFor = async (world: ElsewhereWorld, length: Milliseconds): Promise<void> => {
  const until = plus(world.now(), length);
  for (; world.now() < until; world.pass(5 * minute)) await sweepElsewhere(world);
};

/** Acknowledged, answered, closed by Sanne within an hour. */
export const keepCase = async (world: CaseWorld, number: string): Promise<void> => {
  await staffAct(world, number, "acknowledge", { text: "Wij hebben uw klacht" });
  await staffAct(world, number, "resolve", { text: "U hebt een vaste contactpersoon" });
  await staffAct(world, number, "close", {});
};

export const elsewhereOf = async (world: CaseWorld, number: string): Promise<Elsewhere[]> =>
  (await world.table.list(`bnc#case#${number}`, "elsewhere#", "elsewhere#~")).map(asElsewhere);

export const statesOf = ({ serviceNow }: ElsewhereWorld): string[][] =>
  serviceNow.records.map(({ states }) => states);

export const eventsOf = ({ pct }: ElsewhereWorld): string[] =>
  pct.events.map(({ type, data: { status } }) => `${type} ${status}`);

export const aDay = 24 * hour;
