import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { environment } from "#adapters/environment.ts";
import { folded } from "#api/folded.ts";
import { routes } from "#api/routes.ts";
import { synthesized, taxdome, withReminders, written } from "./synthesized.ts";

const local = synthesized();
const prod = synthesized("prod");
const dev = synthesized("dev");
/** The CDK brings its own for putting the pages into their bucket (docs/adr/0005). */
const isOurs = ([id]: [string, unknown]): boolean => !id.startsWith("CustomCDKBucketDeployment");
const functions = local.ofType("AWS::Lambda::Function").filter(isOurs);

const index = (IndexName: string, hash: string, range: string) => ({
  IndexName,
  KeySchema: [
    { AttributeName: hash, KeyType: "HASH" },
    { AttributeName: range, KeyType: "RANGE" },
  ],
  Projection: { ProjectionType: "KEYS_ONLY" },
});

describe("the table", () => {
  const { Properties } = local.resources["KeptTable"]!;

  it("is keyed, indexed and billed as the adapters expect", () => {
    expect(Properties).toMatchObject({
      TableName: "kept",
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
    expect(Properties["GlobalSecondaryIndexes"]).toEqual([
      index("due", "wakeShard", "wakeAt"),
      index("made", "madeIn", "madeAt"),
    ]);
  });

  it("forgets by itself in AWS, and not under a virtual clock", () => {
    expect(prod.resources["KeptTable"]!.Properties["TimeToLiveSpecification"]).toEqual({
      AttributeName: "expiresAt",
      Enabled: true,
    });
    expect(Properties["TimeToLiveSpecification"]).toBeUndefined();
  });
});

it("has keys for links that nobody chose, under the name that the Lambdas are told", () => {
  expect(local.resources["LinkKeysSecret"]!.Properties).toMatchObject({
    Name: "kept/link-keys",
    GenerateSecretString: { SecretStringTemplate: "{}", GenerateStringKey: "current", PasswordLength: 64 },
  });
});

describe("the API", () => {
  it("has each route once, on the Lambda of its area, with payload 2.0", () => {
    const keys = local
      .ofType("AWS::ApiGatewayV2::Route")
      .map(([, route]) => String(route.Properties["RouteKey"]));
    expect(keys.sort()).toEqual(
      folded(routes)
        .map(({ method, path }) => `${method} ${path}`)
        .sort(),
    );
    const integrations = local.ofType("AWS::ApiGatewayV2::Integration");
    expect(
      integrations.map(([, { Properties }]) => [
        Properties["PayloadFormatVersion"],
        written(Properties["IntegrationUri"]),
      ]),
    ).toEqual(["Public", "Link", "Staff", "Personal"].map((area) => ["2.0", `${area}ApiFunction.Arn`]));
  });

  it("lets nobody at a staff route without a token of the pool, and asks none of customers", () => {
    for (const [, { Properties }] of local.ofType("AWS::ApiGatewayV2::Route")) {
      const staff = String(Properties["RouteKey"]).includes("/staff/");
      expect(Properties["AuthorizationType"], String(Properties["RouteKey"])).toBe(staff ? "JWT" : "NONE");
    }
  });
});

describe("every Lambda", () => {
  it.each(functions)("%s runs as it was tested", (_, { Properties }) => {
    expect(Properties).toMatchObject({
      Runtime: "nodejs24.x",
      Architectures: ["arm64"],
      Timeout: 30,
      MemorySize: 512,
      TracingConfig: { Mode: "Active" },
    });
  });

  it.each(functions)("%s names the source that the local world runs", (_, { Metadata, Properties }) => {
    const source = String(Metadata?.["kept:source"]);
    expect(existsSync(join(import.meta.dirname, "../..", source))).toBe(true);
    expect(`lambdas/${String(Properties["FunctionName"]).replace("kept-", "")}.ts`).toBe(source);
  });

  it.each(functions)("%s gets an environment that it accepts", (_, { Properties }) => {
    const { Variables } = Properties["Environment"] as { Variables: Record<string, unknown> };
    const read = Object.entries(Variables).map(([name, value]): [string, string] => [name, written(value)]);
    expect(environment(Object.fromEntries<string>(read))).toMatchObject({
      KEPT_MACHINES: "arn:aws:states:eu-west-1:000000000000:stateMachine:kept-",
      KEPT_LINK_KEYS: "kept/link-keys",
      KEPT_SITE: "http://127.0.0.1:8787",
    });
  });
});

describe("names and ids outlive a deployment", () => {
  const idsOf = ({ resources }: typeof local) => Object.keys(resources).sort();

  it("puts the stage in front, except locally and in production", () => {
    const names = ({ resources }: typeof local) => [
      resources["KeptTable"]!.Properties["TableName"],
      resources["TaxdomeAppointmentMachine"]!.Properties["StateMachineName"],
      resources["SweepFunction"]!.Properties["FunctionName"],
    ];
    const plain = ["kept", "kept-taxdome-appointment", "kept-sweep"];
    expect(names(local)).toEqual(plain);
    expect(names(prod)).toEqual(plain);
    expect(names(dev)).toEqual(plain.map((name) => `dev-${name}`));
  });

  it("has the ids that earlier deployments had", () => {
    const kinds = ["AWS::DynamoDB::Table", "AWS::Lambda::Function", "AWS::StepFunctions::StateMachine"];
    expect(
      kinds.flatMap((kind) =>
        prod
          .ofType(kind)
          .filter(isOurs)
          .map(([id]) => id),
      ),
    ).toEqual([
      "KeptTable",
      "PublicApiFunction",
      "LinkApiFunction",
      "StaffApiFunction",
      "PersonalApiFunction",
      "SendConfirmationFunction",
      "SendReminderFunction",
      "EndAppointmentFunction",
      "AwaitAttendanceFunction",
      "NoteOutcomeFunction",
      "AskFeedbackFunction",
      "TellStaffFunction",
      "NextStepFunction",
      "AwaitCaseFunction",
      "MailEventsFunction",
      "ReceiveMailFunction",
      "CountMailFunction",
      "SweepFunction",
      "ExecutionEndedFunction",
      "TellElsewhereFunction",
      "TaxdomeAppointmentMachine",
      "TaxdomeComplaintMachine",
      "TaxdomeInquiryMachine",
    ]);
  });

  it("changes no id and removes no function when a policy changes its reminders", () => {
    const fewer = synthesized("prod", [withReminders(["email", "PT72H"])]);
    expect(idsOf(fewer)).toEqual(idsOf(prod));
    const functionsOf = (stack: typeof local) => Object.fromEntries(stack.ofType("AWS::Lambda::Function"));
    expect(functionsOf(fewer)).toEqual(functionsOf(prod));
    expect(fewer.resources["TaxdomeAppointmentMachine"]).not.toEqual(
      prod.resources["TaxdomeAppointmentMachine"],
    );
  });

  it("keeps the table and the machines when the stack goes, except on one's own machine", () => {
    for (const id of ["KeptTable", "TaxdomeAppointmentMachine"]) {
      expect(prod.resources[id]!.DeletionPolicy).toBe("Retain");
      expect(dev.resources[id]!.DeletionPolicy).toBe("Retain");
      expect(local.resources[id]!.DeletionPolicy).toBe("Delete");
    }
  });

  it("keeps a machine's role and what it may do with it: executions outlive the company's place in the settings", () => {
    const machine = prod.resources["TaxdomeAppointmentMachine"]!;
    const role = written(machine.Properties["RoleArn"]).replace(".Arn", "");
    const policies = prod
      .ofType("AWS::IAM::Policy")
      .filter(([, { Properties }]) => JSON.stringify(Properties["Roles"]).includes(role));
    expect(policies).toHaveLength(1);
    for (const each of [prod.resources[role]!, ...policies.map(([, policy]) => policy)])
      expect(each.DeletionPolicy).toBe("Retain");
  });

  it("has no machine for a company without appointments and cases", () => {
    const { appointments: _, cases: _cases, ...without } = taxdome();
    expect(synthesized("local", [without]).ofType("AWS::StepFunctions::StateMachine")).toEqual([]);
  });
});

it("stays far below the 500 resources that a stack may have", () => {
  expect(Object.keys(prod.resources).length).toBeLessThan(300);
});

it("sweeps every five minutes", () => {
  const [[, rule]] = local.ofType("AWS::Events::Rule") as [[string, (typeof local.resources)[string]]];
  expect(rule.Properties).toMatchObject({ ScheduleExpression: "rate(5 minutes)", State: "ENABLED" });
  expect(written((rule.Properties["Targets"] as { Arn: unknown }[])[0]!.Arn)).toBe("SweepFunction.Arn");
});
