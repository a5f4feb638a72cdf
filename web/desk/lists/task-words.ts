import { said } from "../words.ts";

/** What each task asks of a person; one that is not here is named by its stable word. */
const asks: Readonly<Record<string, string>> = {
  "send-failed": "A message was refused: reach the customer another way",
  "send-unknown": "Nobody knows whether a message went out: find out, and tell the customer if it did not",
  "send-missed": "A message came too late to be sent: tell the customer yourself",
  "send-bounced": "A mail came back: find the right address",
  "send-complained": "A customer called our mail spam: ask before you write again",
  "step-failed": "A step failed: look at its execution",
  "execution-lost": "An execution ended before its end: look at it",
  attendance: "Say how the session went",
  "consequence-to-confirm": "A second no-show: say whether it has its consequence",
  "conduct-reported": "A customer's conduct was reported: judge it",
  "copy-not-taken": "A copy of an answer could not be taken: enter it on the case",
  "elsewhere-unconnected": "Another system has no way in yet: enter its credentials",
  "elsewhere-late": "Another system does not answer: tell them",
  "elsewhere-given-up": "Another system was not told: tell it by hand",
  "mail-held-back": "A customer got no receipt: tell them that we have it",
  "contact-due": "Contact with a partner comes due: be in touch, and record it",
  "meeting-unrecorded": "A meeting is over: say who was on time",
  "article-not-useful": "A reader missed something in an article: see what, and mend it",
};

export const taskAsks = (what: string): string => asks[what] ?? said(what);
