/** A refusal as an AWS service would give it: `code` is the exception's name there. Nothing of ours is broken. */
export class AwsError extends Error {
  override readonly name = "AwsError";
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** A fault of ours comes out as the 500 that the SDKs know, with what happened in it: this is a developer's machine. */
export const asAwsError = (error: unknown): AwsError => {
  if (error instanceof AwsError) return error;
  return new AwsError("InternalFailure", error instanceof Error ? error.message : String(error), 500);
};

export const unknownAction = (service: string, action: string): AwsError =>
  new AwsError(
    "UnknownOperationException",
    `The local world does not serve the action "${action}" of ${service}.`,
  );
