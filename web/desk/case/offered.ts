import type { Act, Field } from "../act/act.ts";
import type { StaffCase } from "../answers.ts";
import { among } from "./among.ts";
import { ends } from "./ends.ts";
import { tells } from "./tells.ts";

type Standing = Pick<StaffCase, "status" | "clarifying">;

/** Acts by what they are for, in the order in which they usually come. */
const groupsFor = (it: Standing) =>
  [
    ["Tell the customer", tells],
    ["Bring it to its end", ends.map((act) => confirming(act, it))],
    ["Among ourselves", [...clarifying(it), ...among]],
  ] as const;

/** What can be done to a case that stands like this, by what it is for. */
export const actsFor = (it: Standing) =>
  groupsFor(it).flatMap(([title, acts]) => {
    const some = acts.filter(({ act }) => possible(act, it.status));
    return some.length === 0 ? [] : [{ title, acts: some }];
  });

const afterwards = ["close", "reopen", "escalate", "assign", "cost-notice", "cost-answer", "clarify"];

/** When an act makes sense; the API decides, and says why where it does not. */
const possible = (act: string, status: string): boolean => {
  if (act === "note") return true;
  if (status === "closed") return act === "reopen";
  if (status === "resolved" || status === "declined") return afterwards.includes(act);
  return act !== "close" && act !== "reopen";
};

/** Only where the policy names something that is to be understood. */
const clarifying = ({ clarifying: questions = [] }: Standing): Act[] => {
  const fields = questions.map(
    ({ id, name }): Field => ({ name: `answers.${id}`, label: name, input: "letter", optional: true }),
  );
  return fields.length === 0
    ? []
    : [{ act: "clarify", label: "Note what was found out", fields, quiet: true }];
};

const asking = ["answer", "resolve", "close"];

/** Where something is not clarified, whoever ends the case says that they go on all the same. */
const confirming = (act: Act, { clarifying: questions = [] }: Standing): Act => {
  if (!asking.includes(act.act) || questions.every(({ done }) => done)) return act;
  const confirm: Field = {
    name: "confirm",
    label: "Although not everything is clarified",
    input: "check",
    optional: true,
  };
  return { ...act, fields: [...act.fields, confirm] };
};
