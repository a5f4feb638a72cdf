import type { MailContent } from "#core/message/compose.ts";
import { composeCase } from "#core/message/compose-case.ts";
import type { CaseMailFacts } from "./mail-facts.ts";
import { caseMessageFields } from "./message-fields.ts";
import type { CaseMessageKind } from "./message-kind.ts";

/** The mail of a promise, in its reader's language. */
export const caseMail = (facts: CaseMailFacts): MailContent => write(facts.promised.kind, facts);

const write = <Kind extends CaseMessageKind>(kind: Kind, facts: CaseMailFacts): MailContent =>
  composeCase(kind, facts.reader.language, caseMessageFields[kind](facts));
