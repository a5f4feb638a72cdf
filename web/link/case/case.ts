export type CaseAct = "answer" | "escalate" | "accept" | "decline" | "satisfaction";

/** What the API shows of a case. Instants are RFC 3339, `timeZone` is an IANA name. */
export interface Shown {
  readonly version: number;
  readonly status: "open" | "waiting" | "resolved" | "declined" | "closed";
  readonly actions: readonly CaseAct[];
  readonly language: string;
  readonly timeZone: string;
  readonly company: string;
  readonly number: string;
  readonly kind: "complaint" | "incident" | "inquiry";
  readonly topic?: string;
  readonly team?: string;
  readonly receivedAt: string;
  /** Names of what is still needed. */
  readonly missing: readonly string[];
  /** What the customer was asked and has not answered. */
  readonly questions: readonly { readonly askedAt: string; readonly text: string }[];
  /** What was told of costs before the work; an answer names the notice. */
  readonly costs: readonly Cost[];
  readonly files: readonly { readonly at: string; readonly name: string; readonly size: number }[];
  /** Mail to this address, and what is attached to it, comes onto the case. */
  readonly replyTo: string;
  readonly closesAt?: string;
  readonly milestones: readonly Promised[];
}

export interface Cost {
  readonly notice: number;
  readonly toldAt: string;
  readonly text?: string;
  /** With two decimals; `currency` is ISO 4217. */
  readonly amount?: string;
  readonly currency?: string;
  /** A date: the last day. */
  readonly coveredUntil?: string;
  readonly state: "open" | "told" | "silent" | "over" | "accepted" | "declined" | "withdrawn";
  readonly answeredAt?: string;
  readonly by?: string;
}

export interface Promised {
  readonly name: string;
  readonly due?: string;
  readonly paused?: true;
  readonly state: "open" | "kept" | "late" | "broken" | "extended";
  readonly why?: string;
}

/** What a button sends; `text` is what was written beside it. */
export type Press =
  | { readonly act: "answer" | "escalate"; readonly text: string }
  | { readonly act: "accept" | "decline"; readonly notice: number; readonly text: string }
  | { readonly act: "satisfaction"; readonly satisfied: boolean; readonly text: string };

/** The answer that a mail's link has chosen: shown first, and nothing more. */
export const wantedAnswer = (search: string): boolean | undefined => {
  const wanted = new URLSearchParams(search).get("do");
  if (wanted === "satisfied") return true;
  return wanted === "not-satisfied" ? false : undefined;
};

export const isCase = (body: unknown): body is Shown =>
  typeof body === "object" && body !== null && "purpose" in body && body.purpose === "case";
