import { passedOn, untimed } from "#core/contacts/call.ts";
import type { Receiver } from "#core/policy/case-words.ts";
import type { Instant } from "#core/time.ts";
import { endRequests } from "./asking.ts";
import type { Case } from "./case.ts";
import type { CaseLetter, CaseRules, Decided } from "./decided.ts";
import { close } from "./finish.ts";
import { afterMoment, isOpen, type Moment } from "./moments.ts";
import { type CaseMoment, momentsOfCase } from "./moments-of-case.ts";
import { asksThirdParty, isCost } from "./request.ts";

/**
 * The first of what time has brought by now, and what it makes of the case; `undefined` when nothing is due. One at a
 * time: each is a change of its own, and none comes twice, for it is noted in the same write that owes its message.
 */
export const come = (it: Case, rules: CaseRules, now: Instant): Decided | undefined => {
  const [moment] = momentsOfCase(it);
  return moment === undefined || moment.at > now
    ? undefined
    : { ...after(it, rules, moment, now), actor: "kept" };
};

type Come = Omit<Decided, "actor">;

const after = (it: Case, rules: CaseRules, moment: CaseMoment, now: Instant): Come => {
  if ("milestone" in moment) return milestoneCame(it, moment, now);
  switch (moment.what) {
    case "remind":
      return reminded(it, moment.request, now);
    case "silent":
      return {
        after: endRequests(it, rules, ({ entry }) => entry === moment.request, "silent", now),
        action: "fell-silent",
        tell: [{ kind: "staff-case-customer", about: silentOf(it, moment.request), plain: true }],
      };
    case "close":
      return closed(it, rules, now);
    case "pass-on":
      return passed(it);
    case "ask": {
      const { askAt: _ask, ...asked } = it;
      return { after: asked, action: "satisfaction-asked", tell: [{ kind: "satisfaction" }] };
    }
  }
};

const passed = (it: Case): Come => {
  const decided = passedOn(it, "silent");
  if (decided !== undefined) return decided;
  return {
    after: { ...it, ...(it.call !== undefined && { call: untimed(it.call) }) },
    action: "kept-by-its-contact",
    tell: [],
  };
};

const silentOf = (it: Case, entry: number): "silent" | "partySilent" | "costSilent" => {
  if (isCost(it, entry)) return "costSilent";
  return asksThirdParty(it, entry) ? "partySilent" : "silent";
};

const milestoneCame = (it: Case, moment: Moment, now: Instant): Come => {
  const milestones = it.milestones.map((each) =>
    each.id === moment.milestone ? afterMoment(each, moment) : each,
  );
  return {
    after: { ...it, milestones },
    reason: moment.milestone,
    ...toldOf(it, moment, now),
  };
};

/** A missed milestone that nobody is to hear of is still told to whoever handles it: none breaks in silence. */
const toldOf = (it: Case, { what, milestone }: Moment, now: Instant): Pick<Decided, "action" | "tell"> => {
  const missed = (to: Receiver): CaseLetter[] => [{ kind: "staff-case-missed", milestone, to }];
  if (typeof what === "object") return { action: "told-late", tell: missed(what.escalateTo) };
  const open = it.milestones.filter(isOpen).find(({ id }) => id === milestone);
  if (what === "miss")
    return { action: "missed", tell: open?.escalations.length === 0 ? missed("handler") : [] };
  const inTime = open !== undefined && now < open.due;
  return { action: "warned", tell: inTime ? [{ kind: "staff-case-warning", milestone }] : [] };
};

/** Several that are overdue after an outage go out as one. */
const reminded = (it: Case, entry: number, now: Instant): Come => ({
  after: {
    ...it,
    requests: it.requests.map((each) =>
      each.entry === entry ? { ...each, reminded: each.remindAt.filter((at) => at <= now).length } : each,
    ),
  },
  action: "reminded",
  tell: [{ kind: isCost(it, entry) ? "cost-notice" : "information-request", entry }],
});

const closed = (it: Case, rules: CaseRules, now: Instant): Come => {
  const decided = close(it, rules, {}, { actor: "kept", now });
  if ("refused" in decided) throw new Error(`${it.number} has a moment to close that it cannot have`);
  return decided;
};
