import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import type { Actor } from "#core/change.ts";
import { isRefusal, type Refusal } from "#core/errors.ts";
import type { Idempotency } from "#core/idempotency.ts";
import {
  type Arrival,
  cancelled,
  type Meeting,
  type MeetingFacts,
  type MeetingRefusal,
  meetingCame,
  metGuest,
  planned,
  recorded,
} from "#core/meeting/meeting.ts";
import { readAccount } from "../access.ts";
import { contactMade } from "../contact/relation.ts";
import { changeMeeting } from "./change-meeting.ts";

interface Asked {
  readonly actor: Actor;
  readonly request: Idempotency;
}

export type MeetingProblem =
  | MeetingRefusal
  | Refusal<"not-found" | "date-in-past" | "no-meetings" | "idempotency-mismatch">;

const noMeeting = { refused: "not-found", detail: "There is no such meeting." } as const;

/** Registers a meeting; sent again it is the same one. */
export const planMeeting = async (
  ports: Ports,
  { policy }: DeployedPolicy,
  facts: MeetingFacts,
  { actor, request }: Asked,
): Promise<Meeting | MeetingProblem> => {
  const { pack, steadyContact } = policy;
  const rule = steadyContact?.meetings;
  if (rule === undefined)
    return { refused: "no-meetings", detail: `${policy.company} registers no meetings here.` };
  if ((await readAccount(ports, pack, facts.account)) === undefined)
    return { refused: "not-found", detail: "There is no such account: enter it first." };
  const code = ports.newCode();
  const after = await changeMeeting<MeetingProblem>(
    ports,
    { pack, code },
    () => {
      const meeting = planned(rule, { pack, code }, facts, ports.now());
      return isRefusal(meeting) ? meeting : { after: meeting, actor, action: "meeting-planned", tell: [] };
    },
    request,
  );
  return after ?? noMeeting;
};

/** Who came and when. Where the guest came, it counts as a contact with the account. */
export const recordMeeting = async (
  ports: Ports,
  company: DeployedPolicy,
  code: string,
  arrivals: readonly Arrival[],
  { actor, request }: Asked,
): Promise<Meeting | MeetingProblem> => {
  const { pack } = company.policy;
  const after = await changeMeeting<MeetingProblem>(
    ports,
    { pack, code },
    (before) => {
      if (before === undefined) return noMeeting;
      const meeting = recorded(before, arrivals, ports.now());
      return isRefusal(meeting) ? meeting : { after: meeting, actor, action: "meeting-recorded", tell: [] };
    },
    request,
  );
  // Also when the request comes again: a run that died in between has recorded the meeting alone.
  if (after !== undefined && !isRefusal(after) && metGuest(after)) {
    const { account, at, host } = after;
    const key = { pack, key: `meeting-${code}`, fingerprint: code };
    await contactMade(
      ports,
      company,
      { account, actor, request: key },
      { at, how: "meeting", by: host.name },
    );
  }
  return after ?? noMeeting;
};

export const cancelMeeting = async (
  ports: Ports,
  { policy: { pack } }: DeployedPolicy,
  code: string,
  { actor, request }: Asked,
): Promise<Meeting | MeetingProblem> => {
  const after = await changeMeeting<MeetingProblem>(
    ports,
    { pack, code },
    (before) => {
      if (before === undefined) return noMeeting;
      const meeting = cancelled(before, ports.now());
      return isRefusal(meeting) ? meeting : { after: meeting, actor, action: "meeting-cancelled", tell: [] };
    },
    request,
  );
  return after ?? noMeeting;
};

/** What time has brought: the reminders, then the question who was on time; each once, by any number of sweeps. */
export const watchMeeting = async (
  ports: Ports,
  { pack, code }: Pick<Meeting, "pack" | "code">,
): Promise<void> => {
  await changeMeeting(ports, { pack, code }, (before) => {
    const came = before && meetingCame(before, ports.now());
    return came && { ...came, actor: "kept" };
  });
};
