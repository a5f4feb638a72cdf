import type { CaseKind } from "#core/policy/case-kinds.ts";
import type { Policy } from "#core/policy/shape.ts";
import { fieldsIn } from "./fields-in-text.ts";

/** What a mail says of the fields that its topic asks for; nothing where the policy asks for none. */
export const readFields = (
  { cases }: Pick<Policy, "cases">,
  kind: CaseKind | undefined,
  topic: string | undefined,
  { subject, text }: { readonly subject: string; readonly text: string },
): Readonly<Record<string, string>> => {
  const about = kind && cases?.kinds[kind]?.topics?.find(({ id }) => id === topic);
  return about ? fieldsIn(`${subject}\n${text}`, about.fields) : {};
};
