import type { Ports } from "#adapters/ports.ts";
import { answersKey, countAnswer, usualAnswersPerDay } from "#core/mail/answers.ts";
import type { MailEntry } from "#core/mail/entry.ts";
import { openTask } from "#core/task.ts";
import { untilCommitted } from "../until-committed.ts";

/**
 * Whether one automatic mail of ours may answer this mail; counted for the address that it would go to before anything is
 * sent, and once for each mail, however often it is brought.
 */
export const mayAnswer = async (
  ports: Ports,
  { pack, id }: Pick<MailEntry, "pack" | "id">,
  address: string,
): Promise<boolean> => {
  const key = answersKey(pack, address);
  const perDay = ports.policies.current(pack)?.policy.mail?.answersPerDay ?? usualAnswersPerDay;
  let allowed = false;
  await untilCommitted(ports, async () => {
    const counted = countAnswer(await ports.table.get(key), key, id, perDay, ports.now());
    allowed = counted.allowed;
    return counted.write === undefined ? [] : [counted.write];
  });
  return allowed;
};

/** What was not answered by a machine waits for a person: once for each mail. */
export const leaveToPerson = async (
  ports: Ports,
  { pack, id }: Pick<MailEntry, "pack" | "id">,
  about: { readonly code: string; readonly version: number },
  reason: string,
): Promise<void> => {
  const task = openTask(pack, "mail-held-back", { ...about, promise: `mail-${id}` }, reason, ports.now());
  await ports.table.commit([task]);
};
