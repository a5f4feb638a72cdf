import type { Audit } from "#core/case/audit.ts";
import { caseKey } from "#core/case/case.ts";
import { day } from "#core/time.ts";
import { answerCase } from "#steps/case/act.ts";
import { readAudit } from "#steps/case/read-audit.ts";
import { aCaseWorld, aRegisteredCase, type CaseWorld, staffAct } from "./case.ts";
import { tamper } from "./tamper.ts";

/** Noor complains, Sanne acknowledges, Noor answers, Eva tells her how it goes: four entries, three of them with words. */
export const anAuditedCase = async () => {
  const world = aCaseWorld();
  const { number } = await aRegisteredCase(world);
  world.pass(day);
  await staffAct(world, number, "acknowledge", { text: "Your inverter is known to us." });
  world.pass(day);
  await answerCase(world, { pack: "solar", number }, "answer", { text: "It hums, too." });
  world.pass(day);
  await staffAct(world, number, "update", { text: "A new part is on its way." }, "staff:eva");
  const { entries } = await audit(world, number);
  const skOf = (nth: number): string => `change#${String(entries[nth - 1]?.rev).padStart(6, "0")}`;
  const wordsOf = (nth: number): string => skOf(nth).replace("change", "words");
  const revOf = (nth: number): number => entries[nth - 1]?.rev ?? 0;
  return { world, number, skOf, wordsOf, revOf, ...tamper(world.table, caseKey("solar", number)) };
};

export const audit = async (world: CaseWorld, number: string, after = 0): Promise<Audit> => {
  const found = await readAudit(world, { pack: "solar", number }, after);
  if (found === undefined) throw new Error("there is no such case");
  return found;
};
