import { type Act, type Field, mayReason, reason } from "../act/act.ts";
import type { Fee, Incident, Me, Strike } from "./customer-answers.ts";

/** The board may do what managers may. */
export const decides = ({ roles }: Me): boolean => roles.some((role) => role !== "staff");

/** What a manager can say of a strike. */
export const actsOnStrike = ({ id, waived, brings }: Strike, me: Me): readonly Act[] => {
  if (!decides(me)) return [];
  const waive: Act = {
    act: `strikes/${id}/waive`,
    label: "Waive it",
    means: "It counts no more, and what followed from it is off. This stands for good.",
    fields: [reason],
  };
  return [...(waived === undefined ? [waive] : []), ...(brings === "awaits-word" ? [word(id)] : [])];
};

const word = (id: string): Act => ({
  act: `strikes/${id}/confirm`,
  label: "Say whether its consequence applies",
  fields: [
    {
      name: "applies",
      label: "The consequence",
      input: "choice",
      choices: [
        ["yes", "applies"],
        ["no", "is dropped"],
      ],
    },
    mayReason,
  ],
  wishOf: ({ applies, ...rest }) => ({ ...rest, applies: applies === "yes" }),
});

/** What staff can say of a fee. */
export const actsOnFee = ({ id, state }: Fee): readonly Act[] =>
  state === "owed"
    ? [
        { act: `fees/${id}/paid`, label: "It is paid", fields: [mayReason], quiet: true },
        {
          act: `fees/${id}/waive`,
          label: "Waive it",
          means: "It is owed no more.",
          fields: [mayReason],
          quiet: true,
        },
      ]
    : [];

const verdict: Field = {
  name: "outcome",
  label: "Judgement",
  input: "choice",
  choices: [
    ["none", "Nothing follows"],
    ["warning", "A warning"],
    ["restriction", "No sessions until a day"],
    ["permanent", "No sessions, for good"],
    ["licence-ended", "The account's licence ends"],
  ],
};

const judging: readonly Field[] = [
  verdict,
  { name: "until", label: "First day on which sessions can be booked again", input: "date", optional: true },
  {
    name: "openBookings",
    label: "Sessions that are booked",
    input: "choice",
    choices: [
      ["keep", "take place"],
      ["cancel", "are cancelled, each with a mail of its own"],
    ],
  },
  reason,
];

/** What a manager who did not report it can say of an incident, once or anew. */
export const actsOnIncident = ({ id, reportedBy, judgement }: Incident, me: Me): readonly Act[] =>
  decides(me) && reportedBy !== me.name
    ? [
        {
          act: `conduct/${id}/judge`,
          label: judgement === undefined ? "Judge it" : "Judge it anew",
          fields: judging,
          wishOf: untilItsBeginning,
        },
      ]
    : [];

/** A day is meant where the desk is; only a restriction has an end. */
const untilItsBeginning = ({ until, ...rest }: Readonly<Record<string, unknown>>): object =>
  rest["outcome"] === "restriction" && typeof until === "string"
    ? { ...rest, until: new Date(`${until}T00:00:00`).toISOString() }
    : rest;

/** It takes nothing from anybody before another person has judged it. */
export const reportOn = (email: string): Act => ({
  act: `customers/${encodeURIComponent(email)}/conduct`,
  label: "Report conduct",
  means: "It takes nothing from the customer before another person has judged it.",
  fields: [
    { name: "evidence", label: "What happened, when and where; staff alone read it", input: "letter" },
  ],
  quiet: true,
});
