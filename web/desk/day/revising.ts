import { type Act, type Field, mayReason } from "../act/act.ts";
import type { ClockFace } from "../words.ts";
import type { StaffAppointment } from "./session-answers.ts";

const wish: Field = {
  name: "onBehalfOf",
  label: "Who wants it",
  input: "choice",
  choices: [
    ["", "We do: nothing counts against the customer"],
    ["customer", "The customer, by phone say: their notice counts"],
  ],
};

/** What can be done to a session that has not begun, as far as the API offers it. */
export const revisionsOf = (seen: StaffAppointment, face: ClockFace): readonly Act[] =>
  [
    { act: "change", label: "Move it", means: noticeOf(seen, face), fields: [wish, mayReason] },
    {
      act: "cancel",
      label: "Cancel it",
      means: `The time is free for others at once. ${noticeOf(seen, face)}`,
      fields: [wish, mayReason],
    },
  ].filter(({ act }) => seen.actions.includes(act));

/** How it would count, were it the customer's wish. */
const noticeOf = ({ notice }: StaffAppointment, face: ClockFace): string => {
  if (notice === undefined) return "";
  return notice.now === "in-time"
    ? `By the customer's wish it is in time until ${face.moment(notice.until)}.`
    : `By the customer's wish it is late since ${face.moment(notice.until)}, and counts as a no-show.`;
};
