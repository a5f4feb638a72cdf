import { inWords, planAppointments } from "#core/policy/plan.ts";
import { type PolicyMistake, readPolicy } from "#core/policy/read.ts";
import type { Policy } from "#core/policy/shape.ts";
import { duration } from "#core/time.ts";
import type { ExitCode, Given } from "./command.ts";
import type { Io } from "./io.ts";
import { jsonLines, lineOf } from "./json-lines.ts";
import { type PolicyDocument, readDocument } from "./policy-document.ts";

/** `kept check`: every mistake of a policy with its place and remedy, or one line that says what it promises. */
export const check = async (given: Given, io: Io): Promise<ExitCode> => {
  const source = readDocument(given.positionals[0] ?? "", io);
  const read = readPolicy(source.document);
  const report = "policy" in read ? fine(source, read.policy) : faulty(source, read.mistakes);
  io.out(given.flag("json") ? `${JSON.stringify(report.data, undefined, 2)}\n` : report.text);
  return "policy" in read ? 0 : 1;
};

interface Report {
  readonly data: object;
  readonly text: string;
}

const fine = ({ file }: PolicyDocument, policy: Policy): Report => {
  const { pack, company } = policy;
  const promises = (planAppointments(policy)?.promises ?? []).map(({ id, states, clause }) => ({
    id,
    says: states.send,
    clause,
  }));
  const notice = policy.appointments?.notice.atLeast;
  const data = { file, ok: true, pack, company, promises, ...(notice !== undefined && { notice }) };
  return { data, text: `${file}: fine. ${company} promises ${summary(promises, notice)}\n` };
};

const summary = (promises: readonly { says: string }[], notice: string | undefined): string => {
  if (promises.length === 0 || notice === undefined) return "nothing about appointments.";
  const messages = promises.map(({ says }) =>
    says.replace(/^[A-Z](?=[a-z-])/, (letter) => letter.toLowerCase()),
  );
  return `${promises.length} messages around an appointment (${messages.join("; ")}), and asks ${inWords(duration(notice))} notice of a change.`;
};

const faulty = ({ file, text }: PolicyDocument, found: readonly PolicyMistake[]): Report => {
  const lines = jsonLines(text);
  const mistakes = found
    .map(({ place, message }) => ({ place, line: lineOf(lines, place), message }))
    .toSorted((one, other) => one.line - other.line);
  const told = mistakes.map(({ place, line, message }) => `${file}:${line}: ${place}: ${message}`);
  return { data: { file, ok: false, mistakes }, text: `${told.join("\n")}\n` };
};
