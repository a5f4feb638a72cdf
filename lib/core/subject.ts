import type { Appointment, PromiseState, PromiseTerms } from "./appointment/appointment.ts";
import { settlePromise } from "./appointment/settle.ts";
import type { Case } from "./case/case.ts";
import type { Seal } from "./case/chain.ts";
import { settleCase } from "./case/settle.ts";
import type { Write } from "./table.ts";
import type { Instant } from "./time.ts";

/** What messages can be promised of. */
export type Subject = Appointment | Case;
export type SubjectType = Subject["type"];

/** A message as it was promised, of whatever subject. */
export type AnyPromise = PromiseTerms<string> & PromiseState;

/** Whose item this is, for everything that stands under its `pk`. */
export const subjectTypeOf = ({ pk }: { readonly pk: string }): SubjectType =>
  pk.split("#")[1] === "case" ? "case" : "appointment";

export const promiseOf = ({ promises }: Subject, name: string): AnyPromise | undefined => promises[name];

/** The writes that settle one promise, the head first; refused when anything was written meanwhile. Cases alone are sealed. */
export const settleOn = (
  subject: Subject,
  promise: string,
  state: PromiseState,
  { now, seal }: { readonly now: Instant; readonly seal: () => Seal },
): Write[] =>
  subject.type === "case"
    ? settleCase(subject, promise, state, now, seal())
    : [settlePromise(subject, promise, state)];
