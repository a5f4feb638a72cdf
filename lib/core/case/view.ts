import { isRefusal } from "#core/errors.ts";
import { promiseIn } from "#core/message/promise-phrase.ts";
import type { Instant } from "#core/time.ts";
import type { CustomerAct, CustomerWish } from "./action.ts";
import type { Case } from "./case.ts";
import { waitingNotice } from "./cost.ts";
import type { CostShown } from "./cost-view.ts";
import { customerAct } from "./customer-act.ts";
import type { CaseRules } from "./decided.ts";
import type { Milestone } from "./milestone.ts";
import { fieldNames, topicName } from "./named.ts";
import { promiseFields } from "./owed-fields.ts";
import { type StandingState, standing } from "./standing.ts";
import { explainDate } from "./why.ts";

/** A promise as its customer reads it; without `due` it has no date yet. */
export interface PromiseView {
  readonly name: string;
  readonly due?: Instant;
  /** Its time stands still, for something is asked of somebody. */
  readonly paused?: true;
  readonly state: Exclude<StandingState, "warned" | "void">;
  /** Why it is that moment. */
  readonly why?: string;
}

/** What the customer was asked, in the words that staff mailed them. */
export interface Question {
  readonly askedAt: Instant;
  readonly text: string;
}

/** A file that came by mail from whoever speaks for the customer. */
export interface FileReceived {
  readonly at: Instant;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
}

interface Seen {
  readonly now: Instant;
  readonly files: readonly FileReceived[];
  /** The case's own address for its customer: what is mailed there comes onto the case. */
  readonly replyTo: string;
  readonly costs: readonly CostShown[];
  readonly questions: readonly Question[];
}

/** What the page of a case's link shows: where it stands at `now`, what is promised and asked, and what its customer can do. */
export const caseView = (rules: CaseRules, it: Case, { now, ...seen }: Seen) => ({
  pack: it.pack,
  purpose: "case" as const,
  version: it.version,
  status: it.status,
  actions: actionsOf(rules, it, now),
  language: it.language,
  timeZone: rules.policy.timeZone,
  company: rules.policy.company,
  number: it.number,
  kind: it.kind,
  topic: topicName(rules.kind, it, it.language),
  team: rules.cases.teams.find(({ id }) => id === it.team)?.name,
  receivedAt: it.receivedAt,
  missing: fieldNames(rules.kind, it, it.language)
    .filter(({ id }) => it.missing.includes(id))
    .map(({ name }) => name),
  ...seen,
  closesAt: it.closeAt,
  satisfied: it.satisfaction?.satisfied,
  milestones: it.milestones.flatMap((each) => promiseView(rules, it, each, now)),
});

/** Exactly what would not be refused now; the press itself is judged anew. */
const actionsOf = (rules: CaseRules, it: Case, now: Instant): CustomerAct[] => {
  const can = <Act extends CustomerAct>(act: Act): boolean =>
    !isRefusal(customerAct(it, rules, act, tried(it)[act], now));
  return (["answer", "escalate", "accept", "decline", "satisfaction"] as const).filter(can);
};

/** The notice of costs is one that waits for a word, if there is one. */
const tried = ({ requests }: Case): CustomerWish => ({
  answer: { text: "" },
  escalate: { text: "" },
  accept: { notice: waitingNotice(requests) },
  decline: { notice: waitingNotice(requests) },
  satisfaction: { satisfied: true },
});

/** What is void is no promise any more; that staff were warned is nothing to a customer. */
const promiseView = (rules: CaseRules, it: Case, milestone: Milestone, now: Instant): PromiseView[] => {
  const state = standing(milestone, now);
  if (state === "void") return [];
  const name = promiseIn(it.language, promiseFields(rules.kind, milestone));
  const shown = state === "warned" ? "open" : state;
  return [{ name, state: shown, ...datesOf(rules, it, milestone) }];
};

const datesOf = (
  { policy }: CaseRules,
  { language, holidays }: Case,
  milestone: Milestone,
): Pick<PromiseView, "due" | "paused" | "why"> => {
  if (milestone.due === undefined || milestone.state === "void") return {};
  const why = explainDate(milestone, { language, timeZone: policy.timeZone, holidays });
  return { due: milestone.due, ...(milestone.pausedAt !== undefined && { paused: true }), why };
};
