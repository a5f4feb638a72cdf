import { GetExecutionHistoryCommand, ListExecutionsCommand, SFNClient } from "@aws-sdk/client-sfn";
import type { Answered, SentMail, Story } from "./world.ts";

export interface Brought {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly milestones: readonly { readonly name: string; readonly due?: string }[];
  readonly link: string;
}

export interface SeenByStaff {
  readonly code?: string;
  readonly status: string;
  readonly kind: string;
  readonly kindReason?: string;
  readonly team: string;
  readonly completeAt?: string;
  readonly missing: readonly string[];
  readonly nextDeadline?: string;
  readonly milestones: readonly {
    readonly name: string;
    readonly due?: string;
    readonly state: string;
    readonly why?: string;
  }[];
  readonly earlier: readonly {
    readonly kind: string;
    readonly milestones: readonly { readonly state: string }[];
  }[];
  readonly timeline: readonly { readonly actor: string; readonly action: string }[];
  readonly elsewhere?: readonly object[];
}

export interface SeenByCustomer {
  readonly version: number;
  readonly code?: string;
  readonly status: string;
  readonly actions: readonly string[];
}

/** Noor's inverter: a complaint about a product, with all that `solar` asks for. */
export const aBrought = (changes: object = {}): object => ({
  kind: "complaint",
  topic: "product",
  fields: { model: "SG10RT", serialNumber: "A-17", description: "No output since Sunday" },
  customer: { name: "Noor Bakker", email: "noor@customer.example" },
  language: "nl",
  ...changes,
});

/** A company's cases in a story: brought by a customer, handled by Sanne. */
export const aCompany = (story: Story, pack: string, sanne = "sanne") => {
  const authorization = { authorization: `Bearer local:${sanne}:staff:${pack}` };
  const cases = `/v1/${pack}/staff/cases`;
  return {
    bring: async (body: object): Promise<Brought> =>
      (await story.post<Brought>(`/v1/${pack}/cases`, body)).body,
    enter: (body: object): Promise<Answered<Brought>> => story.post(cases, body, authorization),
    act: (id: string, act: string, body: object = {}): Promise<Answered<SeenByStaff>> =>
      story.post(`${cases}/${id}/${act}`, body, authorization),
    look: async (id: string): Promise<SeenByStaff> =>
      (await story.get<SeenByStaff>(`${cases}/${id}`, authorization)).body,
    list: async (): Promise<{ number: string; nextDeadline?: string }[]> =>
      (await story.get<{ cases: { number: string }[] }>(cases, authorization)).body.cases,
    /** By the customer's link, on the version that its page shows. */
    press: (link: string, act: string, body: object = {}): Promise<Answered<SeenByCustomer>> =>
      story.post(`/v1/link/${act}`, { version: 1, ...body }, { "kept-link": link }),
    page: async (link: string): Promise<SeenByCustomer> =>
      (await story.get<SeenByCustomer>("/v1/link", { "kept-link": link })).body,
  };
};

export const milestone = ({ milestones }: Pick<SeenByStaff, "milestones">, start: string) =>
  milestones.find(({ name }) => name.startsWith(start));

/** The executions of one machine as the AWS SDK shows them, the newest first. */
export const executions = async (story: Story, machine: string) => {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new SFNClient({ endpoint: story.world.awsUrl, region: "eu-west-1", credentials });
  const stateMachineArn = `arn:aws:states:eu-west-1:000000000000:stateMachine:kept-${machine}`;
  const found = await client.send(new ListExecutionsCommand({ stateMachineArn }));
  return Promise.all(
    (found.executions ?? []).map(async ({ executionArn, name, status }) => {
      const { events = [] } = await client.send(new GetExecutionHistoryCommand({ executionArn }));
      const states = events.flatMap(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name ?? []);
      return { name, status, states, written: JSON.stringify(events) };
    }),
  );
};

export const kindsTo = (mails: readonly SentMail[], address: string): string[] =>
  mails.filter(({ to }) => to.includes(address)).map(({ kind }) => kind);
