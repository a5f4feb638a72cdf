import type { Instant } from "#core/time.ts";
import type { Invoke } from "./ports.ts";
import { account, region } from "./template/account.ts";
import type { StatusRule } from "./template/records.ts";

/** An execution whose status has just become this one. */
export interface StatusChange {
  readonly executionArn: string;
  readonly machineArn: string;
  readonly name: string;
  readonly status: string;
  readonly at: Instant;
  readonly startedAt: Instant;
}

/** Plays EventBridge for the rules on executions: calls the functions of those that match. A failed one is only reported. */
export const createStatusRules =
  (rules: readonly StatusRule[], invoke: Invoke) =>
  async (change: StatusChange): Promise<void> => {
    const matching = rules.filter(
      ({ statuses, machineArns }) => fits(statuses, change.status) && fits(machineArns, change.machineArn),
    );
    for (const { name, functionName } of matching) {
      const invoked = await invoke(functionName, statusEvent(change));
      if (!invoked.ok) process.stderr.write(`${name}: ${invoked.error} ${invoked.cause}\n`);
    }
  };

const fits = (wanted: readonly string[], given: string): boolean => wanted.length === 0 || wanted.includes(given);

const statusEvent = ({ executionArn, machineArn, name, status, at, startedAt }: StatusChange) => ({
  version: "0",
  id: `${executionArn}-${status}`,
  "detail-type": "Step Functions Execution Status Change",
  source: "aws.states",
  account,
  time: at,
  region,
  resources: [executionArn],
  detail: {
    executionArn,
    stateMachineArn: machineArn,
    name,
    status,
    startDate: Date.parse(startedAt),
    stopDate: status === "RUNNING" ? null : Date.parse(at),
  },
});
