import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import type { Feedback } from "#core/appointment/attendance.ts";
import { notified } from "#core/appointment/notify.ts";
import { putHead } from "#core/appointment/settle.ts";
import { asChange, recordChange } from "#core/change.ts";
import { isRefusal, type Refusal } from "#core/errors.ts";
import type { Item } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import { readAppointment } from "./appointment.ts";
import type { RevisionRequest } from "./decide-revision.ts";
import { payNow } from "./pay.ts";
import { standingProven } from "./standing.ts";
import { untilCommitted } from "./until-committed.ts";

export interface FeedbackRequest extends RevisionRequest {
  readonly rating: number;
  readonly comment?: string | undefined;
}

type Given = Appointment | Refusal<"not-found" | "changed-meanwhile">;

/** Keeps what the customer said of the session: once for each appointment, and the newest counts. */
export const giveFeedback = async (
  ports: Ports,
  deployed: DeployedPolicy,
  request: FeedbackRequest,
): Promise<Given> => {
  let answer: Given = { refused: "not-found", detail: "There is no such session." };
  let entry: Item | undefined;
  await untilCommitted(ports, async () => {
    entry = undefined;
    const before = await readAppointment(ports, { pack: deployed.policy.pack, code: request.code });
    if (before === undefined) return [];
    answer = before.version === request.version ? before : meanwhile;
    if (isRefusal(answer) || isSaid(before, request)) return [];
    const decided = await said(ports, deployed, before, request);
    answer = decided.after;
    entry = decided.change.put;
    return decided.writes;
  });
  if (entry !== undefined) await payNow(ports, asChange(entry));
  return answer;
};

const meanwhile = {
  refused: "changed-meanwhile",
  detail: "It has changed since you opened it; look at it again.",
} as const;

const isSaid = ({ feedback }: Appointment, { rating, comment }: FeedbackRequest): boolean =>
  feedback?.rating === rating && feedback.comment === comment;

/** The press is by a token that was only mailed, so it proves the address as any other button does. */
const said = async (
  ports: Ports,
  deployed: DeployedPolicy,
  before: Appointment,
  { rating, comment, by }: FeedbackRequest,
) => {
  const now = ports.now();
  const proven = by.proven === true;
  const standing = await standingProven(ports, deployed, before, proven);
  const { promises, owed } = notified(before, standing.letters, now);
  const after = {
    ...before,
    promises,
    feedback: feedback(rating, comment, now),
    ...proof(before, proven, now),
  };
  const change = recordChange({ ...after, rev: before.rev + 1 }, now, {
    actor: by.actor,
    action: "feedback",
    owed,
  });
  return { after, change, writes: [putHead(after), change, ...standing.writes] };
};

const feedback = (rating: number, comment: string | undefined, at: Instant): Feedback => ({
  rating,
  ...(comment !== undefined && { comment }),
  at,
});

const proof = ({ provenAt }: Appointment, proven: boolean, now: Instant): { provenAt?: Instant } =>
  proven && provenAt === undefined ? { provenAt: now } : {};
