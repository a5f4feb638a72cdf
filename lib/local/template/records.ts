/** The template's resources as plain records: all that the local world runs, and nothing of CloudFormation. */
export interface LambdaFunction {
  readonly name: string;
  /** From the project's root, `lambdas/send-reminder.ts`. */
  readonly source: string;
  /** From the assembly's folder; holds `index.mjs` when it was bundled. */
  readonly bundle?: string;
  readonly handler: string;
  readonly timeoutSeconds: number;
  readonly environment: Readonly<Record<string, string>>;
}

export interface Route {
  /** `GET /v1/{pack}/about`, `ANY /x/{proxy+}` or `$default`. */
  readonly routeKey: string;
  /** Staff only: the gateway asks for a token before the function is called. */
  readonly signedIn: boolean;
  readonly functionName: string;
}

/** What browsers may do from the pages of other origins. */
export interface Cors {
  /** `*` for any. */
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  readonly exposed: readonly string[];
  readonly maxAgeSeconds?: number;
}

export interface Schedule {
  readonly name: string;
  readonly everyMinutes: number;
  /** Of the day in UTC, for one that runs once a day. */
  readonly atMinute?: number;
  readonly functionName: string;
  /** The event that the target gets instead of EventBridge's own. */
  readonly input?: unknown;
}

/** An EventBridge rule on Step Functions executions; an empty list matches all. */
export interface StatusRule {
  readonly name: string;
  readonly statuses: readonly string[];
  readonly machineArns: readonly string[];
  readonly functionName: string;
}

export interface TableDefinition {
  readonly name: string;
  readonly keySchema: readonly KeyPart[];
  readonly attributes: readonly Attribute[];
  readonly indexes: readonly TableIndex[];
}

export interface KeyPart {
  readonly AttributeName: string;
  readonly KeyType: "HASH" | "RANGE";
}

export interface Attribute {
  readonly AttributeName: string;
  readonly AttributeType: "S" | "N" | "B";
}

export interface TableIndex {
  readonly IndexName: string;
  readonly KeySchema: readonly KeyPart[];
  readonly Projection: {
    readonly ProjectionType?: "ALL" | "KEYS_ONLY" | "INCLUDE" | undefined;
    readonly NonKeyAttributes?: readonly string[] | undefined;
  };
}

export interface Machine {
  readonly arn: string;
  readonly name: string;
  readonly definition: string;
}

export interface Subscription {
  readonly topicArn: string;
  readonly protocol: string;
  readonly endpoint: string;
  /** The text as it was published, without SNS's envelope. */
  readonly raw: boolean;
}

/** Where a configuration set of SES reports what becomes of its mails; event types in lower case. */
export interface MailDestination {
  readonly configurationSet: string;
  readonly topicArn: string;
  readonly eventTypes: readonly string[];
}

/** Which mails SES stores, where, and whom it tells. */
export interface ReceiptRule {
  /** Addresses, domains, and with a dot in front the domains below one. */
  readonly recipients: readonly string[];
  readonly bucket: string;
  readonly prefix: string;
  readonly topicArn: string;
}

export interface EventSource {
  readonly queueArn: string;
  readonly functionName: string;
  /** How many messages its function gets at once. */
  readonly batchSize: number;
}

/** As it was written, or generated: with `key`, the generated text stands in the JSON `template` under that key. */
export interface Secret {
  readonly name: string;
  readonly text?: string;
  readonly template?: string;
  readonly key?: string;
}

export interface StackRecords {
  readonly functions: readonly LambdaFunction[];
  readonly routes: readonly Route[];
  readonly cors: readonly Cors[];
  readonly schedules: readonly Schedule[];
  readonly statusRules: readonly StatusRule[];
  readonly tables: readonly TableDefinition[];
  readonly machines: readonly Machine[];
  readonly secrets: readonly Secret[];
  readonly topicArns: readonly string[];
  readonly queueNames: readonly string[];
  readonly subscriptions: readonly Subscription[];
  readonly eventSources: readonly EventSource[];
  readonly mailDestinations: readonly MailDestination[];
  readonly receiptRules: readonly ReceiptRule[];
  readonly bucketNames: readonly string[];
}
