import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import { asChange } from "#core/change.ts";
import { Contended, isRefusal } from "#core/errors.ts";
import {
  type ChangeRefusal,
  cancelling,
  type DecidedRevision,
  type DecideRevision,
  decideRevision,
  type MoveRequest,
  moving,
  type RevisionRequest,
} from "./decide-revision.ts";
import { payNow } from "./pay.ts";

/** Moves a session to another time, or to another host. The old time is free again in the same moment, or nothing moved. */
export const changeAppointment = (
  ports: Ports,
  deployed: DeployedPolicy,
  request: MoveRequest,
): Promise<Appointment | ChangeRefusal> => revise(ports, deployed, request, moving(ports, deployed, request));

/** Frees the slot, at once and for others; with less notice than the policy asks for it works as well, and counts. */
export const cancelAppointment = (
  ports: Ports,
  deployed: DeployedPolicy,
  request: RevisionRequest,
): Promise<Appointment | ChangeRefusal> =>
  revise(ports, deployed, request, cancelling(ports, deployed, request));

/** Enough for every step that may settle a promise while somebody presses a button. */
const rounds = 8;

/** Reads, decides and commits, and again when a step wrote in between; another version in between is the person's to see. */
const revise = async (
  ports: Ports,
  deployed: DeployedPolicy,
  request: RevisionRequest,
  decide: DecideRevision,
): Promise<Appointment | ChangeRefusal> => {
  for (let round = 0; round < rounds; round += 1) {
    const decided = await decideRevision(ports, deployed, request, decide);
    if (isRefusal(decided)) return decided;
    const result = await firstThatHolds(ports, decided, request.alongside);
    if (result !== "written-meanwhile") return result;
  }
  throw new Contended("others kept writing to the same appointment");
};

const firstThatHolds = async (
  ports: Ports,
  decided: readonly DecidedRevision[],
  alongside: RevisionRequest["alongside"],
): Promise<Appointment | ChangeRefusal | "written-meanwhile"> => {
  for (const { after, writes, change: entry, checks = [] } of decided) {
    const remembered = alongside === undefined ? [] : [alongside(after)];
    const result = await ports.table.commit([...writes, ...remembered, ...checks]);
    if (result.committed) {
      await payNow(ports, asChange(entry));
      return after;
    }
    const read = writes.length + remembered.length;
    if (result.refused.some((at) => at === 0 || at >= read)) return "written-meanwhile";
  }
  return { refused: "slot-taken", detail: "Somebody else has just taken this time; please choose another." };
};
