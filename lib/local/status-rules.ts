import { epoch } from "#core/time.ts";
import type { Description } from "#local/states/description.ts";
import type { Invoke } from "./ports.ts";
import { account, region } from "./template/account.ts";
import type { StatusRule } from "./template/records.ts";

/** Plays EventBridge for the rules on executions: calls the functions of those that match. A failed one is only reported. */
export const createStatusRules =
  (rules: readonly StatusRule[], invoke: Invoke) =>
  async (ended: Description): Promise<void> => {
    const matching = rules.filter(
      ({ statuses, machineArns }) => fits(statuses, ended.status) && fits(machineArns, ended.stateMachineArn),
    );
    for (const { name, functionName } of matching) {
      const invoked = await invoke(functionName, statusEvent(ended));
      if (!invoked.ok) process.stderr.write(`${name}: ${invoked.error} ${invoked.cause}\n`);
    }
  };

const fits = (wanted: readonly string[], given: string): boolean =>
  wanted.length === 0 || wanted.includes(given);

const statusEvent = (ended: Description) => ({
  version: "0",
  id: `${ended.executionArn}-${ended.status}`,
  "detail-type": "Step Functions Execution Status Change",
  source: "aws.states",
  account,
  time: ended.stopDate ?? ended.startDate,
  region,
  resources: [ended.executionArn],
  detail: {
    ...ended,
    startDate: epoch(ended.startDate),
    stopDate: ended.stopDate === undefined ? null : epoch(ended.stopDate),
  },
});
