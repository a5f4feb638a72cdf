import { Duration } from "aws-cdk-lib";
import { JitterType, type RetryProps } from "aws-cdk-lib/aws-stepfunctions";

/**
 * Stands first: `States.TaskFailed` below would match it too, and a newer version never becomes the older one again.
 */
const superseded: RetryProps = { errors: ["Superseded"], maxAttempts: 0 };

/** Clocks differ by seconds; 4 × 30 s outlasts two minutes of skew between Step Functions and a Lambda. */
const tooEarly: RetryProps = {
  errors: ["TooEarly"],
  interval: Duration.seconds(30),
  maxAttempts: 4,
  backoffRate: 1,
};

/** Another run's claim ends after 60 s: 3 × 30 s = 90 s finds it confirmed, or ended. */
const stillClaimed: RetryProps = {
  errors: ["StillClaimed"],
  interval: Duration.seconds(30),
  maxAttempts: 3,
  backoffRate: 1,
};

/**
 * 5 + 10 + 20 + 40 s, then 18 × 60 s: 19 minutes at most, and half of that with full jitter, so about ten.
 * The sweeper goes on with what is left until `sendUntil`.
 */
const throttled: RetryProps = {
  errors: ["Throttled"],
  interval: Duration.seconds(5),
  maxAttempts: 22,
  backoffRate: 2,
  maxDelay: Duration.seconds(60),
  jitterStrategy: JitterType.FULL,
};

/**
 * The Lambda service failed, not our code: 2 + 4 + … + 64 s, then 3 × 90 s, 6 minutes at most.
 * `Lambda.Unknown` may mean that the code did run: the ledger makes a second run safe.
 */
const serviceFault: RetryProps = {
  errors: [
    "Lambda.ServiceException",
    "Lambda.AWSLambdaException",
    "Lambda.SdkClientException",
    "Lambda.TooManyRequestsException",
    "Lambda.Unknown",
  ],
  interval: Duration.seconds(2),
  maxAttempts: 9,
  backoffRate: 2,
  maxDelay: Duration.seconds(90),
  jitterStrategy: JitterType.FULL,
};

/** The table's own retries are behind us already: 5 + 10 + 20 s more at most, apart from each other. */
const contended: RetryProps = {
  errors: ["Contended"],
  interval: Duration.seconds(5),
  maxAttempts: 3,
  backoffRate: 2,
  jitterStrategy: JitterType.FULL,
};

/** A fault of ours seldom heals: 10 + 30 s for a deployment or a dependency to settle, then a person is told. */
const fault: RetryProps = {
  errors: ["States.TaskFailed", "States.Timeout"],
  interval: Duration.seconds(10),
  maxAttempts: 2,
  backoffRate: 3,
};

/** The same for a task that waits for an answer: that none came in time is what its timeout is for. */
const faultWhileAsking: RetryProps = { ...fault, errors: ["States.TaskFailed"] };

/** In the order in which Step Functions looks for the first match. */
const expected = [superseded, tooEarly, stillClaimed, throttled, serviceFault, contended];

export const retries: readonly RetryProps[] = [...expected, fault];

export const retriesWhileAsking: readonly RetryProps[] = [...expected, faultWhileAsking];
