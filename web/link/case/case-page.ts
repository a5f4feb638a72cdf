import type { CaseAct, Press, Shown } from "./case.ts";
import type { Answer, CaseClient } from "./case-client.ts";

/** All that the page shows; `said` is how the last press ended. */
export type CasePage =
  | { readonly at: "shut"; readonly why: "invalid" | "away" }
  | {
      readonly at: "open";
      readonly shown: Shown;
      readonly said?: CaseAct | "away" | "refused" | "write";
    };

/** The page behind a link to a case: it looks, shows, and says something only when a button is pressed, once at a time. */
export const createCasePage = (client: CaseClient, show: (page: CasePage) => void) => {
  let pressing = false;
  const send = async (shown: Shown, press: Press): Promise<void> => {
    const answer = await client.press(shown, press);
    if ("found" in answer) return show({ at: "open", shown: answer.found, said: press.act });
    if (answer.failed === "invalid") return show({ at: "shut", why: "invalid" });
    const now = await client.look();
    show({ at: "open", shown: "found" in now ? now.found : shown, said: answer.failed });
  };
  return {
    again: async (): Promise<void> => show(opened(await client.look())),
    press: async (shown: Shown, wanted: Press): Promise<void> => {
      const press = { ...wanted, text: wanted.text.trim() };
      if (press.text === "" && (press.act === "answer" || press.act === "escalate"))
        return show({ at: "open", shown, said: "write" });
      if (pressing) return;
      pressing = true;
      await send(shown, press).finally(() => {
        pressing = false;
      });
    },
  };
};

const opened = (answer: Answer): CasePage => {
  if ("found" in answer) return { at: "open", shown: answer.found };
  return { at: "shut", why: answer.failed === "invalid" ? "invalid" : "away" };
};
