import { describe, expect, it } from "vitest";
import { invitation } from "#core/message/invitation.ts";
import { languages, messageKinds } from "#core/policy/vocabulary.ts";
import { aSession, hostileNames } from "./session-fields.ts";

const subject = { pack: "taxdome", code: "K7M2P4Q", version: 1 };

it("goes with the confirmation, each change and the cancellation, and with nothing else", () => {
  const methods = messageKinds.map((kind) => [kind, invitation(kind, subject, "en", aSession())?.method]);
  expect(Object.fromEntries(methods)).toEqual({
    confirmation: "REQUEST",
    changed: "REQUEST",
    cancelled: "CANCEL",
    reminder: undefined,
    "no-show-warning": undefined,
    "no-show-consequence": undefined,
    "no-show-waived": undefined,
    "staff-booked": undefined,
    "staff-changed": undefined,
    "staff-cancelled": undefined,
  });
});

it("keeps one UID whatever the time, the host and the version are, and another for another appointment", () => {
  const uid = (version: number, changes: Parameters<typeof aSession>[0]) =>
    invitation("changed", { ...subject, version }, "nl", aSession(changes))?.uid;
  expect(uid(1, {})).toBe("K7M2P4Q@kept.taxdome");
  expect(uid(9, { start: aSession().was.start, hostName: "Bram" })).toBe(uid(1, {}));
  expect(invitation("confirmation", { ...subject, code: "OTHER12" }, "nl", aSession())?.uid).not.toBe(
    uid(1, {}),
  );
});

it("counts its SEQUENCE from nought, one a version", () => {
  const sequences = [1, 2, 3].map(
    (version) => invitation("changed", { ...subject, version }, "nl", aSession())?.sequence,
  );
  expect(sequences).toEqual([0, 1, 2]);
});

describe.each(languages)("in %s", (language) => {
  it("says what and with whom, and links to change and cancel while that is possible", () => {
    const written = invitation("confirmation", subject, language, aSession());
    expect(written?.summary).toBe("Quick assist (TaxDome)");
    for (const fact of ["Anna de Vries", "K7M2P4Q", aSession().changeUrl, aSession().cancelUrl])
      expect(written?.description).toContain(fact);
    expect(written?.url).toBe(aSession().changeUrl);
  });

  it("of a cancellation links to nothing", () => {
    const written = invitation("cancelled", subject, language, aSession());
    expect(written).not.toHaveProperty("url");
    expect(written?.description).not.toContain("https:");
  });

  it.each(Object.entries(hostileNames))("is one line a fact with %s in the names", (_what, name) => {
    const written = invitation(
      "confirmation",
      subject,
      language,
      aSession({ hostName: name, sessionName: name }),
    );
    expect(written?.summary).not.toMatch(/[\p{Cc}\u2028\u2029]|\p{Bidi_Control}/u);
    expect(written?.description.split("\n")).toHaveLength(4);
  });
});
