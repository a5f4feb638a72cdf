import type { Words } from "#core/case/words.ts";
import type { Refusal } from "#core/errors.ts";
import type { Instant } from "#core/time.ts";
import {
  type ContactRules,
  type RelationDecided,
  type RelationDeed,
  roundFrom,
  withoutCome,
} from "./decided.ts";
import type { ContactWay, Relation } from "./relation.ts";
import { endRound, openRound } from "./round.ts";

/** A contact that was made. What lies before the newest is written down, and moves nothing. */
export interface ContactMade {
  readonly at: Instant;
  readonly how: ContactWay;
  /** Who had it. */
  readonly by: string;
  readonly note?: string | undefined;
}

export const recordContact = (
  before: Relation,
  rules: ContactRules,
  { at, how, by, note }: ContactMade,
  { actor, now }: RelationDeed,
): RelationDecided | Refusal<"date-in-future"> => {
  if (at > now) return { refused: "date-in-future", detail: "It cannot have been after now." };
  const words: Words = { by, ...(note !== undefined && { text: note }) };
  const told = { actor, action: "contact-recorded", reason: how, words, tell: [] };
  if (at <= before.since && before.lastContact !== undefined) return { ...told, after: before, writes: [] };
  const after: Relation = {
    ...withoutCome(before),
    version: before.version + 1,
    lastContact: { at, how, entry: before.rev + 1 },
    ...roundFrom(rules, at > before.since ? at : before.since),
    letters: {},
  };
  return {
    ...told,
    after,
    writes: [endRound(before, at, how), openRound(after)],
    done: before.version,
  };
};

/** A named person found that they understand what is offered: business may begin (expandit, "Allgemeine Kommunikationsmaßstäbe"). */
export const recordUnderstood = (
  before: Relation,
  { by, text }: { readonly by: string; readonly text?: string | undefined },
  { actor, now }: RelationDeed,
): RelationDecided | Refusal<"already-done"> =>
  before.understood !== undefined
    ? { refused: "already-done", detail: "That they understand what is offered was recorded before." }
    : {
        after: { ...before, understood: { at: now, entry: before.rev + 1 } },
        actor,
        action: "understanding-recorded",
        words: { by, ...(text !== undefined && { text }) },
        writes: [],
        tell: [],
      };
