/** An item as it lies in the table. What its attributes mean, the witness reads for itself. */
export type Row = Readonly<Record<string, unknown>>;

/** A message that a provider took, whatever it answered. */
export interface Taken {
  /** The ledger key as it travelled with the message. */
  readonly ledger: string;
  readonly kind: string;
  readonly channel: "email" | "sms";
  /** Address or number. */
  readonly to: string;
  readonly content: string;
  readonly messageId: string;
}

/** All that the witness hears: nothing of how it came about. */
export interface Evidence {
  readonly table: readonly Row[];
  readonly outbox: readonly Taken[];
  /** What was written, in the order of the commits; without it, instants in the table decide what came first. */
  readonly commits?: readonly (readonly Row[])[];
  /** The inputs of all executions. */
  readonly inputs?: readonly string[];
  /** RFC 3339. Everything that was promised lies before it, and everything had its sweeps. */
  readonly now: string;
}

/** What somebody promised in one version, wherever the table keeps it. */
export interface PromiseRow {
  readonly code: string;
  readonly version: number;
  readonly id: string;
  readonly archived: boolean;
  readonly terms: Row;
}

export const text = (row: Row | undefined, name: string): string => {
  const value = row?.[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
};

export const row = (value: unknown): Row =>
  typeof value === "object" && value !== null ? (value as Row) : {};

export const codeOf = (item: Row): string => text(item, "pk").split("#")[2] ?? "";

export const heads = (table: readonly Row[]): Row[] =>
  table.filter((item) => isAppointments(item) && item["sk"] === "head");

export const archives = (table: readonly Row[]): Row[] =>
  table.filter((item) => isAppointments(item) && text(item, "sk").startsWith("version#"));

export const entries = (table: readonly Row[], pk: string): Row[] =>
  table
    .filter((item) => item["pk"] === pk && text(item, "sk").startsWith("change#"))
    .sort((a, b) => Number(a["rev"]) - Number(b["rev"]));

export const sends = (table: readonly Row[]): Row[] =>
  table.filter((item) => isAppointments(item) && text(item, "sk").startsWith("send#"));

const isAppointments = (item: Row): boolean => text(item, "pk").split("#")[1] === "appointment";

/** The parts of a ledger key: what was sent for which promise of which version. */
export const partsOf = (send: Row) => {
  const [, version = "", promise = "", kind = "", channel = ""] = text(send, "sk").split("#");
  return { code: codeOf(send), version: Number(version), promise, kind, channel };
};

/** As message tags can carry it: letters, digits and `-`, all else as `_`. */
export const tagOf = (send: Row): string =>
  Array.from(`${text(send, "pk")}#${text(send, "sk")}`, (letter) =>
    /[A-Za-z0-9-]/.test(letter) ? letter : "_",
  ).join("");

export const promisesIn = (table: readonly Row[]): PromiseRow[] =>
  [...heads(table), ...archives(table)].flatMap((item) =>
    Object.entries(row(item["promises"])).map(([id, terms]) => ({
      code: codeOf(item),
      version: Number(item["version"]),
      id,
      archived: item["sk"] !== "head",
      terms: row(terms),
    })),
  );

/** Whether a person was told about it. */
export const taskFor = (table: readonly Row[], code: string, version: number, promise: string): boolean =>
  table.some((item) => {
    const about = row(item["about"]);
    return (
      text(item, "pk").endsWith("#task") &&
      about["code"] === code &&
      about["version"] === version &&
      about["promise"] === promise
    );
  });
