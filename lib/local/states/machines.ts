import type { Instant } from "#core/time.ts";
import type { Clock } from "#local/ports.ts";
import { readDefinition } from "#local/states/read-definition.ts";
import { StatesRefusal } from "#local/states/refusal.ts";

/** As ListStateMachines gives it, but for the date, which is a text here. */
export interface ListedMachine {
  readonly stateMachineArn: string;
  readonly name: string;
  readonly type: "STANDARD";
  readonly creationDate: Instant;
}

/** As DescribeStateMachine gives it. */
export interface DescribedMachine extends ListedMachine {
  readonly status: "ACTIVE";
  readonly roleArn: string;
  readonly definition: string;
}

/** The machines of the world, as they are now; they come from the template at every start, and are not stored. */
export interface Machines {
  readonly define: (arn: string, definition: string) => void;
  /** In the order of their names. */
  readonly all: () => ListedMachine[];
  /** @throws StatesRefusal StateMachineDoesNotExist. */
  readonly find: (arn: string) => DescribedMachine;
  readonly timeoutSeconds: (arn: string) => number | undefined;
}

export const createMachines = (clock: Pick<Clock, "now">): Machines => {
  const machines = new Map<string, DescribedMachine & { readonly timeoutSeconds: number | undefined }>();
  return {
    define: (arn, definition) => {
      const { TimeoutSeconds: timeoutSeconds } = readDefinition(definition);
      const creationDate = machines.get(arn)?.creationDate ?? clock.now();
      machines.set(arn, { ...described(arn, creationDate, definition), timeoutSeconds });
    },
    all: () => [...machines.values()].map(brief).toSorted((one, other) => (one.name < other.name ? -1 : 1)),
    find: (arn) => {
      const machine = machines.get(arn);
      if (machine === undefined)
        throw new StatesRefusal("StateMachineDoesNotExist", `State Machine Does Not Exist: '${arn}'`);
      const { timeoutSeconds: _, ...found } = machine;
      return found;
    },
    timeoutSeconds: (arn) => machines.get(arn)?.timeoutSeconds,
  };
};

const described = (arn: string, creationDate: Instant, definition: string): DescribedMachine => ({
  stateMachineArn: arn,
  name: arn.split(":").at(-1) ?? arn,
  type: "STANDARD",
  creationDate,
  status: "ACTIVE",
  roleArn: "arn:aws:iam::000000000000:role/local",
  definition,
});

const brief = ({ stateMachineArn, name, type, creationDate }: DescribedMachine): ListedMachine => ({
  stateMachineArn,
  name,
  type,
  creationDate,
});
