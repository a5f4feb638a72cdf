import { AttributeType, BillingMode, ProjectionType, Table } from "aws-cdk-lib/aws-dynamodb";
import { Grant, type IGrantable } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import { keep, pin } from "./pin.ts";
import { named, type Stage } from "./settings.ts";

const read = ["dynamodb:GetItem", "dynamodb:Query"];
const write = [
  "dynamodb:PutItem",
  "dynamodb:UpdateItem",
  "dynamodb:DeleteItem",
  "dynamodb:ConditionCheckItem",
];

/** The table `kept`, which holds the truth, and its index `due` of all that waits for a moment. */
export class Records extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    this.table = new Table(this, "kept", {
      tableName: named(stage, "kept"),
      partitionKey: { name: "pk", type: AttributeType.STRING },
      sortKey: { name: "sk", type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: stage === "prod",
      removalPolicy: keep(stage),
      // An emulator deletes by real time, whatever the virtual clock says.
      ...(stage === "local" ? {} : { timeToLiveAttribute: "expiresAt" }),
    });
    this.table.addGlobalSecondaryIndex({
      indexName: "due",
      partitionKey: { name: "wakeShard", type: AttributeType.STRING },
      sortKey: { name: "wakeAt", type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    });
    this.table.addGlobalSecondaryIndex({
      indexName: "made",
      partitionKey: { name: "madeIn", type: AttributeType.STRING },
      sortKey: { name: "madeAt", type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    });
    pin(this.table, "kept", "Table");
  }

  /** To read by key and to write in transactions. */
  grantReadWrite(grantee: IGrantable): Grant {
    return this.grant(grantee, [...read, ...write], this.table.tableArn);
  }

  /** To read it from end to end, which only whoever erases or hands out what is known about a person does. */
  grantWhole(grantee: IGrantable): Grant {
    return this.grant(grantee, ["dynamodb:Scan"], this.table.tableArn);
  }

  /** To ask what is due, which only the sweeper does. */
  grantDue(grantee: IGrantable): Grant {
    return this.grant(grantee, ["dynamodb:Query"], `${this.table.tableArn}/index/due`);
  }

  /** To ask what was promised in a month, which only staff do. */
  grantMade(grantee: IGrantable): Grant {
    return this.grant(grantee, ["dynamodb:Query"], `${this.table.tableArn}/index/made`);
  }

  private grant(grantee: IGrantable, actions: string[], arn: string): Grant {
    return Grant.addToPrincipal({ grantee, actions, resourceArns: [arn] });
  }
}
