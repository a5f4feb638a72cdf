import { expect, test } from "vitest";
import { scopeOf } from "#local/intrinsics.ts";
import type { Template } from "#local/template/template.ts";

const template: Template = {
  Parameters: { Stage: { Default: "local" } },
  Conditions: {
    Local: { "Fn::Equals": [{ Ref: "Stage" }, "local"] },
    Other: { "Fn::Not": [{ Condition: "Local" }] },
  },
  Resources: {
    Step: { Type: "AWS::Lambda::Function", Properties: { FunctionName: { "Fn::Sub": "${Stage}-step" } } },
    Machine: { Type: "AWS::StepFunctions::StateMachine", Properties: { StateMachineName: "kept" } },
    Queue: { Type: "AWS::SQS::Queue" },
    Pool: { Type: "AWS::Cognito::UserPool" },
  },
};
const resolve = (value: unknown) => scopeOf(template, "stack").resolve(value, "stack/Step.Environment");
const step = "arn:aws:lambda:eu-west-1:000000000000:function:local-step";

test.each([
  ["a plain value", { a: [1, "b", null] }, { a: [1, "b", null] }],
  ["a parameter's default", { Ref: "Stage" }, "local"],
  [
    "the region, account and stack",
    ["Region", "AccountId", "StackName"].map((each) => ({ Ref: `AWS::${each}` })),
    ["eu-west-1", "000000000000", "stack"],
  ],
  ["a function's name", { Ref: "Step" }, "local-step"],
  ["a function's ARN", { "Fn::GetAtt": ["Step", "Arn"] }, step],
  ["a machine's ARN by Ref", { Ref: "Machine" }, "arn:aws:states:eu-west-1:000000000000:stateMachine:kept"],
  ["a queue without a name", { "Fn::GetAtt": "Queue.Arn" }, "arn:aws:sqs:eu-west-1:000000000000:Queue"],
  ["a join", { "Fn::Join": ["-", ["a", { Ref: "Stage" }]] }, "a-local"],
  ["a substitution with a literal", { "Fn::Sub": ["${x}/${Step.Arn}/${!y}", { x: "1" }] }, `1/${step}/\${y}`],
  ["a part of a split", { "Fn::Select": [1, { "Fn::Split": [":", "a:b"] }] }, "b"],
  ["a condition that holds", { "Fn::If": ["Local", "yes", "no"] }, "yes"],
  ["a value that is taken away", { a: 1, b: { "Fn::If": ["Other", 2, { Ref: "AWS::NoValue" }] } }, { a: 1 }],
])("%s is resolved", (_, value, expected) => expect(resolve(value)).toEqual(expected));

test.each([
  [
    "an intrinsic that we do not know",
    { "Fn::ImportValue": "x" },
    "Fn::ImportValue at stack/Step.Environment.X",
  ],
  [
    "a resource that we do not know",
    { Ref: "Pool" },
    "Pool (AWS::Cognito::UserPool) at stack/Step.Environment.X",
  ],
  [
    "an attribute that we do not know",
    { "Fn::GetAtt": ["Step", "Age"] },
    "Fn::GetAtt Step.Age at stack/Step.Environment.X",
  ],
])("%s is refused with its place", (_, value, expected) => {
  expect(() => resolve({ X: value })).toThrow(expected);
});
