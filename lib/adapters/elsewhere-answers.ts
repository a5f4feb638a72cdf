import type { ElsewhereAnswer } from "#core/case/elsewhere-answer.ts";
import type { Heard } from "./elsewhere-http.ts";

type NotTold = Exclude<ElsewhereAnswer, { readonly outcome: "told" }>;

/** These pass by themselves. All other answers from 400 on say that exactly this will never be taken. */
const passing = new Set([408, 409, 423, 425, 429]);

/** What an answer means that is not the one that was hoped for. */
export const notTold = (heard: Heard): NotTold => {
  if ("failed" in heard)
    return { outcome: "later", reason: heard.failed, ...(heard.failed === "not-https" && forPerson) };
  const { status, after } = heard;
  const asked = after === undefined ? {} : { after };
  if (status === 401 || status === 403) return { outcome: "later", reason: "not-authorized", ...forPerson };
  if (status >= 400 && status < 500 && !passing.has(status))
    return { outcome: "refused", reason: `status-${status}` };
  // A way to something else, or an answer without what we asked for.
  return { outcome: "later", reason: status < 400 ? "not-understood" : `status-${status}`, ...asked };
};

const forPerson = { needsPerson: true } as const;

export const isSuccess = (heard: Heard): heard is Extract<Heard, { status: number }> =>
  "status" in heard && heard.status >= 200 && heard.status < 300;
