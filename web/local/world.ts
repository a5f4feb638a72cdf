/** What `/local/world` says; another number means that there is something to fetch. */
export interface Glance {
  readonly now: string;
  readonly sent: number;
  readonly steps: number;
}

export interface Letter {
  readonly id: string;
  readonly at: string;
  readonly by: "mail" | "sms";
  readonly to: string;
  readonly subject: string;
  readonly kind: string;
}

export interface Mail extends Omit<Letter, "by"> {
  readonly from: string;
  readonly promise: string;
  readonly language: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
}

export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  /** In base64. */
  readonly content: string;
}

export interface Execution {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly name: string;
  readonly status: "RUNNING" | "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "ABORTED";
  readonly startDate: string;
  readonly stopDate?: string;
  /** Where it is, while it runs. */
  readonly at?: { readonly state: string; readonly since: string; readonly until?: string };
}

export interface ExecutionView extends Execution {
  readonly cause?: string;
  readonly path: readonly { readonly state: string; readonly entered: string }[];
  /** SVG of our own making. */
  readonly picture: string;
}

/** The world behind the page. A call rejects when it does not answer, or refuses. */
export interface World {
  glance(): Promise<Glance>;
  letters(): Promise<Letter[]>;
  mail(id: string): Promise<Mail>;
  executions(): Promise<Execution[]>;
  /** None where no execution has that ARN. */
  execution(arn: string): Promise<ExecutionView | undefined>;
  /** Resolves when all that was due has happened. */
  pass(much: { readonly advance: string } | { readonly to: string }): Promise<unknown>;
}

export const createWorld = (ask: typeof fetch): World => {
  const find = async <Answer>(path: string, init?: RequestInit): Promise<Answer | undefined> => {
    const response = await ask(`/local/${path}`, init);
    if (response.status === 404) return undefined;
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return (await response.json()) as Answer;
  };
  const read = async <Answer>(path: string, init?: RequestInit): Promise<Answer> => {
    const found = await find<Answer>(path, init);
    if (found === undefined) throw new Error(`nothing is at ${path}`);
    return found;
  };
  return {
    glance: () => read("world"),
    letters: () => read("outbox"),
    mail: (id) => read(`mail/${encodeURIComponent(id)}`),
    executions: () => read("executions"),
    execution: (arn) => find(`executions/${encodeURIComponent(arn)}`),
    pass: (much) => read("clock", { method: "POST", body: JSON.stringify(much) }),
  };
};
