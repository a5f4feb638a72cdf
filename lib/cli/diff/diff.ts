import { createHolidays } from "#adapters/holidays.ts";
import { comparePolicies, isSame } from "#core/policy/difference/compare.ts";
import { exampleDates } from "#core/policy/explain/example-dates.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { ExitCode, Given } from "../command.ts";
import { dateOption } from "../date-option.ts";
import type { Io } from "../io.ts";
import { Mistake } from "../mistake.ts";
import { findPolicy } from "../policy-document.ts";
import { differenceText } from "./difference-text.ts";

/** `kept diff`: like diff(1) it ends with 0 where two policies say the same, 1 where they differ, 2 on trouble. */
export const diff = async (given: Given, io: Io): Promise<ExitCode> => {
  try {
    return compared(given, io);
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    io.note(`${error.message}\n`);
    return 2;
  }
};

const compared = (given: Given, io: Io): ExitCode => {
  const date = dateOption(given.text("date"));
  const [old = "", next = ""] = given.positionals;
  const [before, after]: [Policy, Policy] = [findPolicy(old, io), findPolicy(next, io)];
  const found = comparePolicies(before, after, exampleDates(after, io.now(), date), createHolidays());
  const data = { before: old, after: next, same: isSame(found), ...found };
  io.out(
    given.flag("json")
      ? `${JSON.stringify(data, undefined, 2)}\n`
      : differenceText(found, { old, next }, after.timeZone),
  );
  return data.same ? 0 : 1;
};
