import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import { isRefusal } from "#core/errors.ts";
import {
  type ChangeRefusal,
  cancelling,
  type DecideRevision,
  decideRevision,
  type MoveRequest,
  moving,
  type RevisionRequest,
} from "./decide-revision.ts";
import { sessionLetters } from "./letters.ts";
import type { Previewed } from "./previewed.ts";

/** What the customer would read if their session were moved now; writes nothing. */
export const previewChange = (
  ports: Ports,
  deployed: DeployedPolicy,
  request: MoveRequest,
): Promise<Previewed | ChangeRefusal> => preview(ports, deployed, request, moving(ports, deployed, request));

/** The same of a session that is called off. */
export const previewCancel = (
  ports: Ports,
  deployed: DeployedPolicy,
  request: RevisionRequest,
): Promise<Previewed | ChangeRefusal> =>
  preview(ports, deployed, request, cancelling(ports, deployed, request));

/** A new version makes all its promises anew; whoever is asked first will most likely have the time free. */
const preview = async (
  ports: Ports,
  deployed: DeployedPolicy,
  request: RevisionRequest,
  decide: DecideRevision,
): Promise<Previewed | ChangeRefusal> => {
  const decided = await decideRevision(ports, deployed, request, decide);
  if (isRefusal(decided)) return decided;
  const [first] = decided;
  return first === undefined
    ? { refused: "slot-taken", detail: "Nobody is free at this time; please choose another." }
    : (await sessionLetters()).previewLetters(ports, { before: {}, ...first });
};
