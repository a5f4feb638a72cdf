import { expect, test } from "vitest";
import { policiesOf } from "#stack/policies.ts";
import { settingsOf } from "#stack/settings.ts";
import { synthesized } from "./synthesized.ts";

const all = policiesOf(settingsOf("prod").packs);
const prod = synthesized("prod", all);
const machines = prod.ofType("AWS::StepFunctions::StateMachine");

test("each kind of case has the machine that the contract names, under an id that stays", () => {
  const named = machines.map(([id, { Properties }]) => [String(Properties["StateMachineName"]), id]);
  expect(Object.fromEntries(named)).toEqual({
    "kept-taxdome-appointment": "TaxdomeAppointmentMachine",
    "kept-taxdome-complaint": "TaxdomeComplaintMachine",
    "kept-taxdome-inquiry": "TaxdomeInquiryMachine",
    "kept-solar-complaint": "SolarComplaintMachine",
    "kept-bnc-complaint": "BncComplaintMachine",
    "kept-bnc-incident": "BncIncidentMachine",
    "kept-expandit-complaint": "ExpanditComplaintMachine",
    "kept-expandit-incident": "ExpanditIncidentMachine",
    "kept-expandit-inquiry": "ExpanditInquiryMachine",
  });
});

test("they outlive the stack, for cases do", () => {
  for (const [, { DeletionPolicy }] of machines) expect(DeletionPolicy).toBe("Retain");
});

test("all companies together stay far below the 500 resources that a stack may have", () => {
  expect(Object.keys(prod.resources).length).toBeLessThan(300);
});

test("a company more brings machines, and no function", () => {
  const alone = synthesized("prod");
  const functions = ({ ofType }: typeof prod) => ofType("AWS::Lambda::Function").map(([id]) => id);
  expect(functions(prod)).toEqual(functions(alone));
});
