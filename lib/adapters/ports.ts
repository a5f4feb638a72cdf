import type { LinkClaim, ReplyClaim } from "#core/appointment/links.ts";
import type { ElsewhereAnswer, ElsewhereErrand } from "#core/case/elsewhere-answer.ts";
import type { JournalClaim } from "#core/mail/journal-claim.ts";
import type { Invitation } from "#core/message/invitation.ts";
import type { HolidayTables } from "#core/policy/holiday-table.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Item, Key, Write } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import type { MailReader, RawMails } from "./mail-ports.ts";
import type { RawMailEraser, WholeTable } from "./personal-ports.ts";

export type { FileReader } from "./mail-ports.ts";

/** All that the steps need from outside. The local world, the tests and AWS differ only here. */
export interface Ports {
  readonly now: () => Instant;
  /** A new id that nobody can guess. */
  readonly newId: () => string;
  /** Seven characters that people can read out; the table refuses one that is in use. */
  readonly newCode: () => string;
  readonly digests: Digests;
  readonly log: Log;
  readonly policies: Policies;
  readonly holidays: HolidayTables;
  readonly links: Links;
  readonly table: Table;
  readonly mailer: Mailer;
  readonly texter: Texter;
  readonly executions: Executions;
}

/** What the steps about mail that comes in need besides. */
export interface MailPorts extends Ports {
  readonly mailReader: MailReader;
  readonly rawMails: RawMails;
  /** Every company that is deployed here, in the order of the settings. */
  readonly packs: () => readonly string[];
}

/** What erasing and handing out a person's data need besides; one Lambda alone has it. */
export interface PersonalPorts extends MailPorts {
  readonly wholeTable: WholeTable;
  readonly rawMailEraser: RawMailEraser;
}

/** What the step needs besides that tells other systems about cases. */
export interface ElsewherePorts extends Ports {
  readonly elsewhere: Elsewhere;
}

export interface Elsewhere {
  /** One attempt, in ten seconds at most. Never throws for what the other system, the network or the secret does. */
  tell(errand: ElsewhereErrand): Promise<ElsewhereAnswer>;
}

export interface Table {
  /** Strongly consistent. */
  get(key: Key): Promise<Item | undefined>;
  /** Strongly consistent, in order of `sk`, both ends included. */
  list(pk: string, from: string, to: string): Promise<Item[]>;
  /**
   * All writes or none. `refused` holds the positions of the writes whose guard did not hold.
   * @throws Contended when other transactions kept winning; nothing was written then.
   */
  commit(writes: readonly Write[]): Promise<Committed>;
  /** Keys of one shard that ask to be woken by `until`, earliest first; from an index, so read again before acting. */
  due(shard: string, until: Instant): AsyncIterable<Key>;
  /**
   * At most `limit` items of one month, `{pack}#2026-12`, whose promises were made from `from` on and before `to`, the
   * earliest first; from an index, so read them.
   */
  made(month: string, span: { readonly from: Instant; readonly to: Instant }, limit: number): Promise<Made[]>;
}

/** Where promises were made, and when. */
export type Made = Key & { readonly madeAt: Instant };

/** What the entries of a case are chained by. */
export interface Digests {
  /** 43 characters, for which nobody can find another text. */
  readonly hash: (text: string) => string;
  /** 22 characters that nobody can guess. */
  readonly newSalt: () => string;
}

/** Structured; never given personal data. */
export interface Log {
  info(message: string, facts: Readonly<Record<string, unknown>>): void;
  error(message: string, facts: Readonly<Record<string, unknown>>): void;
}

/** A policy as it was deployed, with `pack@hash` of its content. */
export interface DeployedPolicy {
  readonly policy: Policy;
  readonly version: string;
}

export interface Policies {
  current(pack: string): DeployedPolicy | undefined;
  /** As it stood when something was promised under it, `pack@hash`; `undefined` when nothing ever was. */
  version(pack: string, version: string): Promise<Policy | undefined>;
}

export interface Links {
  /** The same claim gives the same token, as long as the key lives. */
  token(claim: LinkClaim): Promise<string>;
  /** The page of a claim, as a full address with its token in the fragment. */
  page(claim: LinkClaim, show?: "change" | "cancel" | "accept" | "decline" | "feedback"): Promise<string>;
  /** Where an answer to a mail about this claim leads back: lower-case, at most 64 octets before the @. */
  replyAddress(claim: LinkClaim): Promise<string>;
  /** What one of our reply addresses stands for, on whatever domain; `undefined` for one that we never signed. */
  readReply(address: string): Promise<ReplyClaim | undefined>;
  /** Where staff send copies of what they write from their own mail program: lower-case, at most 64 octets before the @. */
  journalAddress(claim: JournalClaim): Promise<string>;
  /** What one of our journal addresses stands for; `undefined` for one that we never signed. */
  readJournal(address: string): Promise<JournalClaim | undefined>;
  /** What a token stands for, if we signed it and it has not expired; for anything else `undefined`, whatever is wrong. */
  verify(token: string): Promise<LinkClaim | undefined>;
}

export type Committed =
  | { readonly committed: true }
  | { readonly committed: false; readonly refused: number[] };

/** How one attempt to send ended. `unknown` is never tried again blindly: the message may have gone out. */
export type Sending =
  | { readonly outcome: "accepted"; readonly messageId: string }
  | { readonly outcome: "throttled"; readonly reason: string }
  | { readonly outcome: "rejected"; readonly reason: string }
  | { readonly outcome: "unknown"; readonly reason: string };

/** What providers and the local outbox may know of a message besides its content: no personal data. */
export interface MessageLabels {
  readonly kind: string;
  readonly promise: string;
  readonly language: string;
  /** The ledger key, in letters, digits, `_` and `-` only: it travels as a message tag. */
  readonly ledger: string;
}

export interface OutgoingMail {
  readonly to: { readonly name: string; readonly address: string };
  readonly fromName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Sent along as a calendar file, for the program that shows the mail and as an attachment. */
  readonly calendar?: Invitation;
  /** Where an answer goes instead of to the sender: lower case throughout, for servers on the way may change that. */
  readonly replyTo?: string;
  readonly labels: MessageLabels;
}

export interface Mailer {
  send(mail: OutgoingMail): Promise<Sending>;
}

export interface OutgoingText {
  /** E.164, `+31612345678`. */
  readonly to: string;
  readonly text: string;
  readonly labels: MessageLabels;
}

export interface Texter {
  send(text: OutgoingText): Promise<Sending>;
}

export interface Executions {
  /** Idempotent: a name that already runs, or already ran, with this input is a success. `machine` is `{pack}-appointment`. */
  start(machine: string, name: string, input: string): Promise<void>;
  /** Idempotent: one that is over, or was never there, is a success. `cause` is read by people. */
  stop(machine: string, name: string, cause: string): Promise<void>;
  /**
   * Answers the task that waits with this token; it goes on with its state's input. `over` when nothing waits any more:
   * it was answered, ran out of time, or its execution is gone.
   */
  answer(token: string): Promise<"answered" | "over">;
}
