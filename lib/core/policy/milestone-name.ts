import { duration, hour, minute, second } from "#core/time.ts";
import { conditionInWords } from "./milestone-condition.ts";
import type { MilestoneAction, MilestonePolicy } from "./milestones.ts";

/**
 * What staff call a milestone: its deed and its deadline, "Acknowledge within 7 working days", in English; one that only
 * some cases have says which, "Answer within 2 days (sales)".
 * @throws RangeError when it counts from a milestone that is not `among` them.
 */
export const milestoneName = (
  milestone: Pick<MilestonePolicy, "action" | "due" | "when">,
  among: readonly Pick<MilestonePolicy, "id" | "action">[],
): string => {
  const name = deedAndDue(milestone, among);
  return milestone.when === undefined ? name : `${name} (${conditionInWords(milestone.when)})`;
};

const deedAndDue = (
  { action, due }: Pick<MilestonePolicy, "action" | "due">,
  among: readonly Pick<MilestonePolicy, "id" | "action">[],
): string => {
  if (due === "plan") return `${deeds[action].todo} by the plan's date`;
  const within = `${deeds[action].todo} ${due.under ? "in under" : "within"} ${spanInWords(due.within)}`;
  if (due.from === "receipt") return within;
  if (due.from === "information-complete") return `${within} after the information is complete`;
  const { milestone: id } = due.from;
  const earlier = among.find((each) => each.id === id);
  if (earlier === undefined) throw new RangeError(`no milestone "${id}"`);
  return `${within} after the ${deeds[earlier.action].done}`;
};

const deeds: Readonly<Record<MilestoneAction, { readonly todo: string; readonly done: string }>> = {
  acknowledge: { todo: "Acknowledge", done: "acknowledgement" },
  reply: { todo: "First answer", done: "first answer" },
  update: { todo: "Progress update", done: "progress update" },
  plan: { todo: "Plan", done: "plan" },
  answer: { todo: "Answer", done: "answer" },
  resolve: { todo: "Resolve", done: "resolution" },
};

type Span = Exclude<MilestonePolicy["due"], "plan">["within"];

/** "7 working days", "14 days", "24 hours", "4 working hours". */
const spanInWords = (span: Span): string => {
  if ("workingDays" in span) return counted(span.workingDays, "working day");
  if ("days" in span) return counted(span.days, "day");
  return "hours" in span ? time(span.hours, "") : time(span.workingHours, "working ");
};

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? "" : "s"}`;

/** Never in days: 24 hours are no day twice a year, and how long a working day is, only the company's hours say. */
const time = (iso: string, which: string): string => {
  const length = duration(iso);
  const [unit, name] = units.find(([each]) => length % each === 0) ?? [1, "millisecond"];
  return counted(length / unit, `${which}${name}`);
};

const units = [
  [hour, "hour"],
  [minute, "minute"],
  [second, "second"],
] as const;
