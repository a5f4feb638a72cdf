export type RefusalName =
  | "ExecutionAlreadyExists"
  | "ExecutionDoesNotExist"
  | "InvalidDefinition"
  | "InvalidExecutionInput"
  | "InvalidName"
  | "InvalidOutput"
  | "InvalidToken"
  | "StateMachineDoesNotExist"
  | "TaskDoesNotExist"
  | "TaskTimedOut";

/** A request that Step Functions would answer with this error; `name` is the one of its API. */
export class StatesRefusal extends Error {
  override readonly name: RefusalName;

  constructor(name: RefusalName, message: string) {
    super(message);
    this.name = name;
  }
}
