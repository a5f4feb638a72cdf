import type { Watched } from "./alarm.ts";
import type { Signals } from "./alarms.ts";

/** Fifteen minutes: five attempts at one mail take as long. */
const longestWaitSeconds = 15 * 60;

/** What can happen to a mail between its sender and a case. */
export const aboutMailsIn = (signals: Signals): Watched[] => [
  {
    name: "mails-not-taken",
    happened: "A mail that came in could not be read or settled, however often it was tried.",
    means: "Somebody wrote to the company, and nobody there knows; the mail itself is kept.",
    first: "look for `a message stays in the queue` in the log of receive-mail, and put the cause right.",
    metric: signals.mailDeadLetters,
  },
  {
    name: "mails-waiting",
    happened: "A mail that came in has been waiting for more than fifteen minutes.",
    means: "Answers and complaints are seen late; deadlines count from when they came, and run.",
    first: "see in the log of receive-mail whether it fails, and in Lambda whether it is held back.",
    metric: signals.mailsWaitingSeconds,
    atLeast: longestWaitSeconds,
    periods: 2,
  },
  {
    name: "mails-unaccounted",
    happened: "A mail of yesterday is neither a case, nor a reply, nor in quarantine.",
    means: "Somebody wrote to the company, and nobody there may ever know.",
    first:
      "find `mails counted` in the log of count-mail: it says how many were never announced or never settled.",
    metric: signals.mailsUnaccounted,
  },
];
