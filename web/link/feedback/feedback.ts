/** What the API shows of a session that somebody may give feedback on. Instants are RFC 3339, `timeZone` is an IANA name. */
export interface Asked {
  readonly version: number;
  readonly language: string;
  readonly timeZone: string;
  readonly company: string;
  readonly appointment: {
    readonly sessionName: string;
    readonly hostName: string;
    readonly start: string;
  };
  readonly feedback?: Given;
}

export interface Given {
  /** From 1, poor, to 5, very good. */
  readonly rating: number;
  readonly comment?: string;
}

export const ratings = [1, 2, 3, 4, 5] as const;

/** The mark that a mail's link has chosen: shown first, and nothing more. */
export const wantedRating = (search: string): number | undefined => {
  const rating = Number(new URLSearchParams(search).get("rating"));
  return ratings.find((each) => each === rating);
};

export const isAsked = (body: unknown): body is Asked =>
  typeof body === "object" && body !== null && "purpose" in body && body.purpose === "feedback";
