import type { Ports } from "#adapters/ports.ts";
import type { Change } from "#core/change.ts";
import { isRefusal, type Refusal } from "#core/errors.ts";
import { type Idempotency, remember } from "#core/idempotency.ts";
import { asMeeting, type Meeting, meetingKey } from "#core/meeting/meeting.ts";
import { type MeetingDecided, writeMeeting } from "#core/meeting/write.ts";
import type { Write } from "#core/table.ts";
import { closeTask, openTask } from "#core/task.ts";
import { payNow } from "../pay.ts";
import { recall } from "../recall.ts";
import { untilCommitted } from "../until-committed.ts";

export const readMeeting = async (ports: Ports, pack: string, code: string): Promise<Meeting | undefined> => {
  const item = await ports.table.get(meetingKey(pack, code));
  return item && asMeeting(item);
};

/**
 * Reads, decides and writes a meeting with what it owes, then carries that out. `undefined` from `decide`: nothing to do.
 * @throws Contended when others kept writing; nothing of ours was written then.
 */
export const changeMeeting = async <R extends Refusal>(
  ports: Ports,
  { pack, code }: Pick<Meeting, "pack" | "code">,
  decide: (before: Meeting | undefined) => MeetingDecided | R | undefined,
  request?: Idempotency,
): Promise<Meeting | undefined | R | Refusal<"idempotency-mismatch">> => {
  let outcome: Meeting | undefined | R | Refusal<"idempotency-mismatch">;
  let change: Change | undefined;
  await untilCommitted(ports, async () => {
    change = undefined;
    const known = request && (await recall<{ code: string }>(ports, request));
    const before = await readMeeting(
      ports,
      pack,
      known !== undefined && !isRefusal(known) ? known.code : code,
    );
    outcome = known !== undefined && isRefusal(known) ? known : before;
    if (known !== undefined) return [];
    const decided = decide(before);
    if (decided === undefined) return [];
    if ("refused" in decided) {
      outcome = decided;
      return [];
    }
    const now = ports.now();
    const written = writeMeeting(before, decided, now);
    ({ change, after: outcome } = written);
    const alongside = request === undefined ? [] : [remember(request, { code }, now)];
    return [...written.writes, ...(await taskWrites(ports, decided)), ...alongside];
  });
  if (change !== undefined) await payNow(ports, change);
  return outcome;
};

/** Who was on time is asked of a person, until it is recorded. */
const taskWrites = async (ports: Ports, { after, action }: MeetingDecided): Promise<Write[]> => {
  const { pack, code, version, host } = after;
  const about = { code, version, promise: "attendance" };
  const task = openTask(
    pack,
    "meeting-unrecorded",
    about,
    "nobody has recorded who was on time",
    ports.now(),
  );
  const open = (await ports.table.get(task.put)) !== undefined;
  if (action === "meeting-to-record") return open ? [] : [{ ...task, put: { ...task.put, for: host.name } }];
  return action === "meeting-recorded" && open ? [closeTask(task.put)] : [];
};
