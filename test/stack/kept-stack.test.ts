import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { environment } from "#adapters/environment.ts";
import { routes } from "#api/routes.ts";
import { synthesized, taxdome, withReminders, written } from "./synthesized.ts";

const local = synthesized();
const prod = synthesized("prod");
const dev = synthesized("dev");
/** The CDK brings its own for putting the pages into their bucket (docs/adr/0005). */
const isOurs = ([id]: [string, unknown]): boolean => !id.startsWith("CustomCDKBucketDeployment");
const functions = local.ofType("AWS::Lambda::Function").filter(isOurs);

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
}

/** What the role of a Lambda or machine may do, as "action on resource". */
const grants = (role: string): string[] =>
  local
    .ofType("AWS::IAM::Policy")
    .filter(([id]) => id.startsWith(role))
    .flatMap(([, { Properties }]) => (Properties["PolicyDocument"] as { Statement: Statement[] }).Statement)
    .flatMap(({ Effect, Action, Resource }) =>
      [Action]
        .flat()
        .flatMap((action) =>
          [Resource].flat().map((resource) => `${Effect} ${action} on ${written(resource)}`),
        ),
    );

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
    expect(keys.sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
    const integrations = local.ofType("AWS::ApiGatewayV2::Integration");
    expect(
      integrations.map(([, { Properties }]) => [
        Properties["PayloadFormatVersion"],
        written(Properties["IntegrationUri"]),
      ]),
    ).toEqual(["Public", "Link", "Staff"].map((area) => ["2.0", `${area}ApiFunction.Arn`]));
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

describe("each may do what it must, and no more", () => {
  const apis = ["publicapi", "linkapi", "staffapi"];
  const roles = {
    publicapi: 0,
    linkapi: 0,
    staffapi: 0,
    sendconfirmation: 0,
    sendreminder: 0,
    endappointment: 0,
    awaitattendance: 0,
    noteoutcome: 0,
    askfeedback: 0,
    tellstaff: 0,
    nextstep: 0,
    awaitcase: 0,
    receivemail: 0,
    countmail: 0,
    sweep: 0,
    tellelsewhere: 0,
  };
  const those = (action: string) =>
    Object.keys(roles).filter((role) => grants(role).some((grant) => grant.startsWith(`Allow ${action} `)));

  it("lets everyone read and write by key, and nobody scan", () => {
    expect(those("dynamodb:UpdateItem")).toEqual(Object.keys(roles));
    expect(those("dynamodb:Scan")).toEqual([]);
    expect(those("dynamodb:*")).toEqual([]);
  });

  it("lets the sweeper, and who tells other systems, ask what is due, and staff alone what was promised in a month", () => {
    const asking = (index: string) =>
      Object.keys(roles).filter((role) => grants(role).some((grant) => grant.endsWith(`/index/${index}`)));
    expect([asking("due"), asking("made")]).toEqual([["sweep", "tellelsewhere"], ["staffapi"]]);
  });

  it("lets those send who send, from the one sender", () => {
    expect(those("ses:SendRawEmail")).toEqual([
      ...apis,
      "sendconfirmation",
      "sendreminder",
      "askfeedback",
      "nextstep",
      "receivemail",
      "sweep",
    ]);
    const mail = grants("sendconfirmation").filter((grant) => grant.includes("SendRawEmail"));
    const ours = "Allow ses:SendRawEmail on arn:aws:ses:eu-west-1:000000000000";
    expect(mail.sort()).toEqual([
      `${ours}:configuration-set/MailConfigurationSet`,
      expect.stringContaining(":identity/"),
    ]);
    expect(those("sns:Publish")).toEqual(["sendreminder", "sweep"]);
    expect(grants("sendreminder")).toContain("Deny sns:Publish on arn:*:sns:*:*:*");
  });

  it("lets those sign links who write to customers", () => {
    const signing = [
      ...apis,
      "sendconfirmation",
      "sendreminder",
      "askfeedback",
      "nextstep",
      "receivemail",
      "sweep",
    ];
    expect(those("secretsmanager:GetSecretValue")).toEqual([...signing, "tellelsewhere"]);
    expect(grants("sweep")).toContain("Allow secretsmanager:GetSecretValue on LinkKeysSecret");
  });

  it("lets the one that tells other systems read the ways into them, and nobody else, and not sign links", () => {
    const reading = Object.keys(roles).filter((role) =>
      grants(role).some((grant) => grant.endsWith("on ElsewhereSecret")),
    );
    expect(reading).toEqual(["tellelsewhere"]);
    expect(grants("tellelsewhere").join()).not.toContain("LinkKeysSecret");
  });

  it("lets those start and stop executions who carry out what a change owes, and only ours", () => {
    expect(those("states:StartExecution")).toEqual([...apis, "nextstep", "receivemail", "sweep"]);
    const ours = "arn:aws:states:eu-west-1:000000000000";
    expect(grants("sweep")).toContain(`Allow states:StartExecution on ${ours}:stateMachine:kept-*`);
    expect(grants("sweep")).toContain(`Allow states:StopExecution on ${ours}:execution:kept-*:*`);
  });

  it("lets those answer a waiting execution who may know how the session went, and no execution else", () => {
    const waiting = ["awaitattendance", "nextstep", "awaitcase"];
    expect(those("states:SendTaskSuccess")).toEqual([...apis, ...waiting, "receivemail", "sweep"]);
    const ours = "arn:aws:states:eu-west-1:000000000000:stateMachine:kept-*";
    expect(grants("awaitattendance")).toContain(`Allow states:SendTaskSuccess on ${ours}`);
  });

  it("allows everything at once only where AWS knows no narrower name", () => {
    const everything = Object.keys(roles).flatMap((role) =>
      grants(role).filter((grant) => grant.endsWith(" on *")),
    );
    const allowed = ["sns:Publish", "xray:PutTraceSegments", "xray:PutTelemetryRecords"];
    for (const grant of everything) expect(allowed).toContain(grant.split(" ")[1]);
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
