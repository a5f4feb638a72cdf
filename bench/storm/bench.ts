// oxlint-disable-next-line no-restricted-imports -- the client that faults are put into
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { now } from "#adapters/clock.ts";
import { newCode } from "#adapters/ids.ts";
import type { Ports } from "#adapters/ports.ts";
import { createTable } from "#adapters/table.ts";
import { aWorld } from "../../test/builders/world.ts";
import { clientFor } from "../booking/raw.ts";
import type { Bench, Figure } from "../figure.ts";
import { createChance } from "../measure.ts";
import { openStage, type Stage } from "../shared/database.ts";
import { type Aim, aimOf, byUs, type Outcome } from "./attempts.ts";
import { company } from "./company.ts";
import { byCheckThenWrite } from "./control.ts";
import { type Counted, countDoubles } from "./count.ts";
import { inject } from "./faults.ts";

const atOnce = 64;

/** Many customers at once for few times, over a database that is busy and a network that loses answers. */
export const bench: Bench = async ({ quick }) => {
  const stage = await openStage();
  try {
    const attempts = quick ? 2_000 : 100_000;
    const { faults, table } = faultyTable(stage);
    const deployed = company();
    const began = performance.now();
    const came = await storm(attempts, byUs(portsOn(table), deployed));
    const seconds = (performance.now() - began) / 1000;
    const documents = clientFor(stage.database.endpoint);
    const ours = await countDoubles(documents, "taxdome");
    if (ours.sessions.length !== came.booked)
      throw new Error(`${came.booked} were told that they have a session, ${ours.sessions.length} have one`);
    // A twentieth of it is enough to show what it does.
    await storm(Math.max(2_000, attempts / 20), byCheckThenWrite(documents));
    const control = await countDoubles(documents, "control");
    const what = `${attempts} attempts, ${came.booked} sessions, ${came.contended} told to try again; ${faults.conflicts} conflicts and ${faults.lost} lost answers played`;
    return figures({ ours, control, attempts, seconds, what });
  } finally {
    await stage.end();
  }
};

const clientOf = ({ database }: Stage): DynamoDBClient =>
  new DynamoDBClient({
    endpoint: database.endpoint,
    region: "eu-west-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });

const faultyTable = (stage: Stage) => {
  const client = clientOf(stage);
  const faults = inject(client, createChance(7));
  return { faults, table: createTable("kept", client) };
};

const portsOn = (table: Ports["table"]): Ports => {
  const left = async (): Promise<never> => {
    throw new Error("left to the sweeper");
  };
  const world = aWorld(now());
  return { ...world, newCode, table, executions: { start: left, stop: left, answer: left } };
};

const storm = async (attempts: number, attempt: (aim: Aim) => Promise<Outcome>) => {
  const chance = createChance(20_261_120);
  const from = now();
  const came: Record<Outcome, number> = { booked: 0, refused: 0, contended: 0 };
  let begun = 0;
  const one = async (): Promise<void> => {
    while (begun < attempts) {
      const aim = aimOf(begun, from, chance);
      begun += 1;
      came[await attempt(aim)] += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return came;
};

interface Stormed {
  readonly ours: Counted;
  readonly control: Counted;
  readonly attempts: number;
  readonly seconds: number;
  readonly what: string;
}

const figures = ({ ours, control, attempts, seconds, what }: Stormed): Figure[] => [
  {
    name: "storm",
    value: ours.doubles,
    unit: "double bookings",
    peer: `check, then write: ${control.doubles} in ${control.sessions.length} sessions`,
    ratio: null,
    goal: "0, and a control that shows some",
    met: ours.doubles === 0 && control.doubles > 0,
    note: what,
  },
  {
    name: "storm, attempts",
    value: attempts / seconds,
    unit: "attempts/s",
    peer: null,
    ratio: null,
    goal: null,
    met: null,
    note: `${atOnce} at a time, a read and a transaction each, another read where it failed, client and database on this machine`,
  },
];
