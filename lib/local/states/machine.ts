import * as z from "zod";
import { choiceSchema, enterChoice } from "#local/states/choice.ts";
import { enterFail, failSchema } from "#local/states/fail.ts";
import { timeoutSchema } from "#local/states/fields.ts";
import { enterPass, passSchema } from "#local/states/pass.ts";
import { enterSucceed, succeedSchema } from "#local/states/succeed.ts";
import { enterTask, taskSchema } from "#local/states/task.ts";
import type { Outcome, Visit } from "#local/states/visit.ts";
import { enterWait, waitSchema } from "#local/states/wait.ts";

const stateSchema = z.discriminatedUnion("Type", [
  choiceSchema,
  failSchema,
  passSchema,
  succeedSchema,
  taskSchema,
  waitSchema,
]);

export const machineSchema = z.strictObject({
  Comment: z.string().optional(),
  Version: z.literal("1.0").optional(),
  QueryLanguage: z.literal("JSONPath").optional(),
  StartAt: z.string(),
  States: z.record(z.string().min(1).max(80), stateSchema),
  TimeoutSeconds: timeoutSchema.optional(),
});

export type State = z.infer<typeof stateSchema>;
export type Machine = z.infer<typeof machineSchema>;

/** @throws StateFailed when the state fails. */
export const enter = (state: State, visit: Visit): Outcome => {
  switch (state.Type) {
    case "Choice":
      return enterChoice(state, visit);
    case "Fail":
      return enterFail(state);
    case "Pass":
      return enterPass(state, visit);
    case "Succeed":
      return enterSucceed(state, visit);
    case "Task":
      return enterTask(state, visit);
    case "Wait":
      return enterWait(state, visit);
  }
};

/** Every state that may come after this one. */
export const successors = (state: State): string[] => {
  switch (state.Type) {
    case "Choice":
      return [...state.Choices.map((rule) => rule.Next), ...present(state.Default)];
    case "Fail":
    case "Succeed":
      return [];
    case "Pass":
    case "Wait":
      return present(state.Next);
    case "Task":
      return [...present(state.Next), ...state.Catch.map((catcher) => catcher.Next)];
  }
};

const present = (name: string | undefined): string[] => (name === undefined ? [] : [name]);
