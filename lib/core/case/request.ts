import type { Instant } from "#core/time.ts";
import type { CostAnswer } from "./cost.ts";

/** A question to the customer, or to a third party, that somebody waits for; or a notice of costs that waits for a word. */
export interface InformationRequest {
  /** The `rev` of the change that asked; its words say what. */
  readonly entry: number;
  readonly of: "customer" | "thirdParty" | "cost";
  /** Of a third party: that Kept mails it. Its name and address stand with the words of the question. */
  readonly mailed?: true;
  readonly askedAt: Instant;
  /** When whoever stays silent is asked again; the list is the cap. */
  readonly remindAt: readonly Instant[];
  /** How many of those have gone out. */
  readonly reminded: number;
  /** When nothing is paused for it any more, and the handler hears of the silence. */
  readonly silentAt?: Instant;
  /** How it ended, once it has. */
  readonly ended?: {
    readonly at: Instant;
    /** `told`: of a notice that costs nothing extra, and asks for nothing. */
    readonly how: "answered" | "complete" | "silent" | "over" | "told" | CostAnswer;
    /** The `rev` of the change that answered a notice of costs; its words say who did. */
    readonly entry?: number;
  };
}

/** Whether a message of this entry goes to a third party. */
export const asksThirdParty = (
  { requests }: { readonly requests: readonly InformationRequest[] },
  entry: number | undefined,
): boolean => requests.some((each) => each.entry === entry && each.of === "thirdParty");

export const isAsked = ({ ended }: InformationRequest): boolean => ended === undefined;

export const isCost = (
  { requests }: { readonly requests: readonly InformationRequest[] },
  entry: number | undefined,
): boolean => requests.some((each) => each.entry === entry && each.of === "cost");
