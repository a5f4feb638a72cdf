import type { Sending } from "./ports.ts";

/**
 * How a client that sends is set up: one attempt, for the ledger decides on another; no kept sockets, for one that died
 * while the Lambda was frozen would leave it unknown whether the message went out.
 */
export const oneAttempt = (timeoutMilliseconds = 10_000) => ({
  maxAttempts: 1,
  requestHandler: {
    requestTimeout: timeoutMilliseconds,
    throwOnRequestTimeout: true,
    httpAgent: { keepAlive: false },
    httpsAgent: { keepAlive: false },
  },
});

/** What a failed call shows of itself. Its message may hold an address, so only its name reaches a reason. */
interface Failure {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** Nothing left this machine. */
const unsent = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);

/** Definite refusals that may pass by themselves, or once a person has lifted a pause; as `words` writes them. */
const passing = new Set([
  "throttling",
  "throttled",
  "too-many-requests",
  "limit-exceeded",
  "request-limit-exceeded",
  "account-sending-paused",
  "configuration-set-sending-paused",
  "expired-token",
  "request-expired",
]);

/** A refusal of one provider: the error's name as `words` writes it, what its message says, our stable word for it. */
export interface KnownRefusal {
  readonly name: string;
  readonly says: RegExp;
  readonly reason: string;
}

/** Turns what a provider's client threw into an outcome. Whatever is not surely a refusal is unknown. */
export const failed = (thrown: unknown, known: readonly KnownRefusal[]): Sending => {
  const failure = asFailure(thrown);
  const status = failure.$metadata?.httpStatusCode;
  const name = words(failure.name);
  if (failure.code !== undefined && unsent.has(failure.code))
    return { outcome: "throttled", reason: "unreachable" };
  if (passing.has(name) || status === 429) return { outcome: "throttled", reason: name };
  if (status !== undefined && refusal(status))
    return { outcome: "rejected", reason: reasonOf(name, failure.message, known) };
  return { outcome: "unknown", reason: doubt(failure, status) };
};

/** 408 says that the provider waited too long for us, not that it took nothing. */
const refusal = (status: number): boolean => status >= 400 && status < 500 && status !== 408;

const reasonOf = (name: string, message: string, known: readonly KnownRefusal[]): string =>
  known.find((refused) => refused.name === name && refused.says.test(message))?.reason ?? name;

/** The SDK calls a reset a timeout as well; its code tells them apart. */
const doubt = ({ name, code }: Failure, status: number | undefined): string => {
  if (status !== undefined) return `status-${status}`;
  if (code === "ECONNRESET" || code === "EPIPE") return "reset";
  return name === "TimeoutError" || name === "AbortError" ? "timeout" : words(name);
};

/** `InvalidParameterException`, which some protocols call `InvalidParameter`, becomes `invalid-parameter`. */
const words = (name: string): string =>
  name
    .replace(/(Exception|Error|Fault)$/, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .toLowerCase() || "error";

const asFailure = (thrown: unknown): Failure =>
  thrown instanceof Error ? thrown : { name: "Unnamed", message: String(thrown) };

/** A provider that answers well, and names nothing that it took, leaves it open whether it did. */
export const answered = (messageId: string | undefined): Sending =>
  messageId === undefined || messageId === ""
    ? { outcome: "unknown", reason: "no-message-id" }
    : { outcome: "accepted", messageId };
