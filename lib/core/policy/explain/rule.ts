/** One rule of a policy in plain words. */
export interface ExplainedRule {
  /** Of a promise, its id in the plan, `email-PT48H`; of any other rule its name in the policy. */
  readonly rule: string;
  readonly text: string;
  readonly clause: string;
  /** Why the figure is the company's own, as the policy says it: in the language of the policy. */
  readonly ours?: string;
}

/** With the clause, and why the figure is ours where it is. */
export const explained = (
  rule: string,
  { clause, ours }: { readonly clause: string; readonly ours?: string | undefined },
  text: string,
): ExplainedRule => ({ rule, text, clause, ...(ours !== undefined && { ours }) });
