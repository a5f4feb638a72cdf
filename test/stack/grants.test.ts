import { describe, expect, it } from "vitest";
import { synthesized, written } from "./synthesized.ts";

const local = synthesized();

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

describe("each may do what it must, and no more", () => {
  const apis = ["publicapi", "linkapi", "staffapi", "personalapi"];
  const roles = {
    publicapi: 0,
    linkapi: 0,
    staffapi: 0,
    personalapi: 0,
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

  it("lets everyone read and write by key; whoever erases and hands out personal data alone reads it all, and deletes mails", () => {
    expect(those("dynamodb:UpdateItem")).toEqual(Object.keys(roles));
    expect(those("dynamodb:Scan")).toEqual(["personalapi"]);
    expect(those("s3:DeleteObject")).toEqual(["personalapi"]);
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
    expect(those("states:StartExecution")).toEqual([
      ...apis,
      "sendconfirmation",
      "nextstep",
      "receivemail",
      "sweep",
    ]);
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
