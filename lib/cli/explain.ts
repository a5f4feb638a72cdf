import { createHolidays } from "#adapters/holidays.ts";
import { exampleDates, morningOf } from "#core/policy/explain/example-dates.ts";
import { explainPolicy, explanationText } from "#core/policy/explain.ts";
import type { Policy } from "#core/policy/shape.ts";
import { type Language, languages } from "#core/policy/vocabulary.ts";
import type { ExitCode, Given } from "./command.ts";
import { dateOption } from "./date-option.ts";
import type { Io } from "./io.ts";
import { UsageMistake } from "./mistake.ts";
import { picturesInText, writePictures } from "./pictures.ts";
import { findPolicy } from "./policy-document.ts";

/** `kept explain`: a policy in plain words; and its machines as pictures, where somebody asks for them. */
export const explain = async (given: Given, io: Io): Promise<ExitCode> => {
  const wished = languageOf(given.text("language"));
  const date = dateOption(given.text("date"));
  const policy = findPolicy(given.positionals[0] ?? "", io);
  const pictures = picturesWished(given, policy);
  const dates = exampleDates(policy, io.now(), date);
  // A case may come at any hour; on a day that was named it comes in the morning.
  const at = date === undefined ? io.now() : morningOf(policy, date);
  const received = { at, tables: createHolidays() };
  const explanation = explainPolicy(policy, wished ?? policy.languages[0] ?? "en", dates, received);
  io.out(
    given.flag("json") ? `${JSON.stringify(explanation, undefined, 2)}\n` : explanationText(explanation),
  );
  if (pictures.inText) io.out(`\n${await picturesInText(policy.pack, io)}`);
  if (pictures.folder !== undefined) await writePictures(policy.pack, pictures.folder, io);
  return 0;
};

/** The stack is synthesized from the policies of this project, and a file may say something else. */
const picturesWished = (given: Given, { pack }: Pick<Policy, "pack">) => {
  const [inText, folder] = [given.flag("picture"), given.text("svg")];
  if (inText && given.flag("json")) throw new UsageMistake("--picture is no data: leave --json out");
  if ((inText || folder !== undefined) && given.positionals[0] !== pack)
    throw new UsageMistake(`pictures show what is deployed: name the pack, "${pack}"`);
  return { inText, folder };
};

const languageOf = (given: string | undefined): Language | undefined => {
  const found = languages.find((language) => language === given);
  if (given !== undefined && found === undefined)
    throw new UsageMistake(`--language is "${given}"; name one of ${languages.join(", ")}`);
  return found;
};
