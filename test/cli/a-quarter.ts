import { inject } from "vitest";
import { deployedPolicies } from "#adapters/policies.ts";
import type { DeployedPolicy } from "#adapters/ports.ts";
import { compile } from "#cli/report/compile.ts";
import { createSimulation, type Simulation } from "#cli/simulation/world.ts";
import { createDice } from "#cli/year/dice.ts";
import { createProviders } from "#cli/year/providers.ts";
import { setWishes } from "#cli/year/wishes.ts";
import { type Appointment, asAppointment } from "#core/appointment/appointment.ts";
import type { Policy } from "#core/policy/shape.ts";
import { day, instant, plus } from "#core/time.ts";
import { readAssembly } from "#local/assembly.ts";
import { readArticles } from "#steps/article/read.ts";
import { confirmAppointment } from "#steps/confirm.ts";
import { readPromises } from "#steps/promises.ts";
import { recordOutcome } from "#steps/record-outcome.ts";
import { setDesk } from "./a-desk.ts";

const from = instant("2026-01-01T00:00:00Z");
const to = instant("2026-04-01T00:00:00Z");
const lastNoon = instant("2026-03-31T12:00:00Z");

/** The first quarter of a year of all companies, on the deployed machines; nothing of it is over at its end. */
export const playQuarter = async (perYear: { readonly appointments: number; readonly cases: number }) => {
  const companies = deployedPolicies();
  const providers = createProviders(createDice(7));
  const world = createSimulation({
    assembly: readAssembly(inject("assembly")),
    policies: {
      current: (pack) => companies.find(({ policy }) => policy.pack === pack),
      version: async (_pack, version) => companies.find((each) => each.version === version)?.policy,
    },
    start: from,
    providers: providers.ports,
    log: { info: () => {}, error: () => {} },
  });
  const playing = companies.map((deployed) => ({
    deployed,
    appointments: deployed.policy.appointments === undefined ? 0 : perYear.appointments,
    cases: perYear.cases,
    refused: [],
    watched: [],
  }));
  setWishes(world, playing, { year: 2026, seed: 7 });
  setDesk(world, companyOf(world, "expandit"));
  await passDays(world);
  return { world, policies: companies.map(({ policy }) => policy), providers };
};

/** Each morning customers press the button in their confirmation, and staff say how yesterday's sessions went. */
const passDays = async (world: Simulation): Promise<void> => {
  const pressed = new Set<string>();
  const said = new Set<string>();
  for (let now = plus(from, day); now < lastNoon; now = plus(now, day)) {
    await world.clock.advance(now);
    for (const head of sessions(world))
      await (head.end <= now ? record(world, head, said) : confirm(world, head, pressed));
  }
  await world.clock.advance(lastNoon);
};

const sessions = ({ table }: Simulation): Appointment[] =>
  table
    .all()
    .filter(({ type, sk }) => type === "appointment" && sk === "head")
    .map(asAppointment)
    .filter(({ status }) => status !== "cancelled");

/** It proves the address: only then does a missed session count. */
const confirm = async (world: Simulation, { pack, code, version }: Appointment, pressed: Set<string>) => {
  if (pressed.has(code)) return;
  pressed.add(code);
  const by = { actor: "customer", proven: true } as const;
  await confirmAppointment(world.ports, companyOf(world, pack), { code, version, by });
};

/** Of every four, one was missed. */
const record = async (world: Simulation, { pack, code }: Appointment, said: Set<string>): Promise<void> => {
  if (said.has(code)) return;
  said.add(code);
  const outcome = said.size % 4 === 0 ? "no-show" : "attended";
  const by = { actor: "staff:planner" } as const;
  await recordOutcome(world.ports, companyOf(world, pack), { code, outcome, by });
};

const companyOf = ({ ports }: Simulation, pack: string): DeployedPolicy => {
  const deployed = ports.policies.current(pack);
  if (deployed === undefined) throw new Error(`no company ${pack}`);
  return deployed;
};

/** As the command reads it, page by page. */
export const reportOf = async (world: Simulation, policies: readonly Policy[]) =>
  compile(await Promise.all(policies.map((policy) => accountOf(world, policy))));

const accountOf = async ({ ports }: Simulation, policy: Policy) => {
  const rows = [];
  const endings = [];
  let next: typeof from | undefined = from;
  while (next !== undefined) {
    const page: Awaited<ReturnType<typeof readPromises>> = await readPromises(ports, policy.pack, {
      from: next,
      to,
    });
    rows.push(...page.rows);
    endings.push(...page.endings);
    next = page.next;
  }
  const articles = await readArticles(ports, policy, { from, to });
  return { policy, rows, endings, articles: "refused" in articles ? [] : articles };
};
