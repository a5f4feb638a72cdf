import type { Instant } from "#core/time.ts";

/** A mail as it was brought to the SMTP port. */
export interface Brought {
  readonly id: string;
  readonly at: Instant;
  readonly sender: string;
  readonly recipients: readonly string[];
  /** The name that its client gave, and its address. */
  readonly from: { readonly name: string; readonly ip: string };
  /** Without the header that says which verdicts to play. */
  readonly head: Buffer;
  /** `dmarc=FAIL spf=FAIL`; what is not said passed. */
  readonly said: string;
}

const checks = ["spf", "dkim", "dmarc", "spam", "virus"] as const;

/** What SES writes above a mail before it stores it. */
export const stamped = ({ id, at, sender, recipients, from }: Brought): string =>
  `Return-Path: <${sender}>\r\n${receivedField({ id, at, recipients, from }).join(": ")}\r\n`;

const receivedField = ({ id, at, recipients, from }: Pick<Brought, "id" | "at" | "recipients" | "from">) => [
  "Received",
  `from ${from.name} (${from.name} [${from.ip}]) by inbound-smtp.eu-west-1.amazonaws.com with SMTP id ${id}` +
    ` for ${recipients[0] ?? ""}; ${new Date(at).toUTCString().replace("GMT", "+0000 (UTC)")}`,
];

/** SES's own notification of a mail that it stored. */
export const notification = (brought: Brought, stored: { readonly bucket: string; readonly key: string }) => {
  const { id, at, sender, recipients, head, said } = brought;
  const fields = fieldsIn(head);
  const value = (name: string): string | undefined =>
    fields.find((each) => each.name.toLowerCase() === name)?.value;
  const [receivedName = "", receivedValue = ""] = receivedField(brought);
  return {
    notificationType: "Received",
    receipt: {
      timestamp: at,
      processingTimeMillis: 1,
      recipients,
      ...verdictsIn(said),
      action: {
        type: "S3",
        bucketName: stored.bucket,
        objectKeyPrefix: "",
        objectKey: stored.key,
      },
    },
    mail: {
      timestamp: at,
      source: sender,
      messageId: id,
      destination: recipients,
      headersTruncated: fields.length > mostFields,
      headers: [
        { name: "Return-Path", value: `<${sender}>` },
        { name: receivedName, value: receivedValue },
        ...fields.slice(0, mostFields),
      ],
      commonHeaders: {
        from: [value("from") ?? ""],
        ...(value("subject") !== undefined && { subject: value("subject") }),
        ...(value("message-id") !== undefined && { messageId: value("message-id") }),
      },
    },
  };
};

/** SES leaves out what goes beyond ten kilobytes; a number of fields is near enough. */
const mostFields = 100;

const verdictsIn = (said: string) =>
  Object.fromEntries(
    checks.map((check) => {
      const status = new RegExp(`\\b${check}=([A-Z_]+)`, "i").exec(said)?.[1]?.toUpperCase() ?? "PASS";
      return [`${check}Verdict`, { status }];
    }),
  );

/** Unfolded, values as they stand: nothing is decoded. */
const fieldsIn = (head: Buffer): { name: string; value: string }[] =>
  head
    .toString("utf8")
    .replaceAll(/\r?\n[ \t]+/g, " ")
    .split(/\r?\n/)
    .flatMap((line) => {
      const match = /^([!-9;-~]{1,100}):\s*(.*)$/.exec(line);
      return match === null ? [] : [{ name: match[1] ?? "", value: (match[2] ?? "").slice(0, 998) }];
    });
