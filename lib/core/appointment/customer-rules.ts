import type { Policy } from "#core/policy/shape.ts";
import { duration, epoch, fromEpoch, type Instant } from "#core/time.ts";
import { bookableTime } from "./bookable.ts";

/** What somebody must know before booking, and what a page needs to ask for the right days. */
export interface CustomerRules {
  /** The first start that any host can give at this moment; exactly then is allowed. */
  readonly earliest: Instant;
  /** No start is given at or after this. */
  readonly end: Instant;
  /** Before the start, ISO 8601: a change or cancellation with less counts as a no-show (taxdome §3, §4). */
  readonly notice: string;
  /** Starts before this are nearer than the notice: a change of one that is booked now counts as a no-show at once. */
  readonly inTimeFrom: Instant;
  /** What a second no-show brings; absent where nothing follows. */
  readonly noShow?: NoShowTold;
  readonly waitingList: boolean;
}

/** Months are ISO 8601 durations, `P12M`; an amount has two decimals, a currency is ISO 4217. */
interface NoShowTold {
  readonly window: string;
  readonly notBefore?: string;
  readonly fee?: { readonly amount: string; readonly currency: string };
}

/** @returns `undefined` for a company that takes no appointments. */
export const customerRules = ({ appointments }: Policy, now: Instant): CustomerRules | undefined => {
  if (appointments === undefined) return undefined;
  const { booking, hosts, notice, noShow, waitingList } = appointments;
  const times = hosts.map(({ timeZone }) => bookableTime(booking, timeZone, now));
  return {
    earliest: fromEpoch(Math.min(...times.map(({ earliest }) => earliest))),
    end: fromEpoch(Math.max(...times.map(({ end }) => end))),
    notice: notice.atLeast,
    inTimeFrom: fromEpoch(epoch(now) + duration(notice.atLeast)),
    ...(noShow !== undefined && { noShow: told(noShow) }),
    waitingList: waitingList !== undefined,
  };
};

type NoShow = NonNullable<NonNullable<Policy["appointments"]>["noShow"]>;

const told = ({ window, consequence }: NoShow): NoShowTold => {
  if (consequence.kind === "not-before") return { window, notBefore: consequence.after };
  const { amount, currency } = consequence;
  return { window, fee: { amount, currency } };
};
