import type { Ports } from "#adapters/ports.ts";
import type { MailEntry } from "#core/mail/entry.ts";
import type { CaseKind } from "#core/policy/cases.ts";

/** What a mail says of the fields that its topic asks for; nothing where nothing can be read. */
export const readFields = (
  _ports: Pick<Ports, "policies">,
  _pack: string,
  _kind: CaseKind,
  _topic: string | undefined,
  _mail: Pick<MailEntry, "subject" | "text">,
): Readonly<Record<string, string>> => ({});
