import { isRefusal, type Refusal } from "#core/errors.ts";
import { Mistake } from "../mistake.ts";

/** @throws Mistake when the policy refuses what a story asks for. */
export const agreed = <Result extends object>(result: Result | Refusal): Result => {
  if (isRefusal(result)) throw new Mistake(`the story cannot be played: ${result.refused}: ${result.detail}`);
  return result;
};
