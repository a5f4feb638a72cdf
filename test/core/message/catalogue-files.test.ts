import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { caseMessageKinds } from "#core/case/message-kind.ts";
import { languages, messageKinds } from "#core/policy/vocabulary.ts";

const messages = new URL("../../../lib/messages/", import.meta.url);
const entries = (folder: string): string[] => readdirSync(new URL(folder, messages)).toSorted();
describe.each(["common", ...messageKinds, "case", ...caseMessageKinds])("the texts of %s", (kind) => {
  it("stand in a file for each language", () => {
    expect(entries(`${kind}/`)).toEqual(languages.map((language) => `${language}.json`).toSorted());
  });
});
