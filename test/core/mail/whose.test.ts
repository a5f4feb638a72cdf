import { describe, expect, test } from "vitest";
import { type Destination, destinations, isOurs, keeper } from "#core/mail/destination.ts";
import { languageOf } from "#core/mail/language.ts";
import { topicOf } from "#core/mail/topic.ts";
import { type Candidate, decideWhose, type Evidence } from "#core/mail/whose.ts";
import { policyOf } from "../../builders/case.ts";

const packs = ["solar", "bnc", "expandit", "taxdome"].map(policyOf);
const none = { claims: [], journals: [] };
const claim = { purpose: "case", pack: "solar", subject: "K7M2P4Q", recipient: "customer" } as const;

describe("where a mail was brought", () => {
  test("is told by the envelope alone: a signed address before the company's own mailboxes", () => {
    const to = ["reply+x@kept.example", "complaints@solar.example"];
    expect(destinations({ ...none, claims: [claim] }, to, packs)).toEqual([
      { pack: "solar", claim, mailbox: "complaints" },
    ]);
  });

  test("may be two companies: each gets it", () => {
    const to = ["complaints@solar.example", "support@bnc.example"];
    expect(destinations(none, to, packs)).toEqual([
      { pack: "solar", mailbox: "complaints" },
      { pack: "bnc", mailbox: "support" },
    ]);
  });

  test("to two mailboxes of one company is a complaint first", () => {
    const to = ["support@solar.example", "complaints@solar.example"];
    expect(destinations(none, to, packs)).toMatchObject([{ mailbox: "complaints" }]);
  });

  test.each([
    [
      "an address whose key is lost names its company",
      "reply+c.bnc.k7m2p4q.c.0123456789abcdef@kept.example",
      "bnc",
    ],
    ["a domain tells whose it is", "hello@expandit.com", "expandit"],
    ["nothing tells, so the first looks", "hello@nowhere.example", "solar"],
    ["a company that is not here is none", "reply+c.acme.k7m2p4q.c.0123456789abcdef@kept.example", "solar"],
  ])("nowhere: %s", (_why, address, pack) => {
    expect(destinations(none, [address], packs)).toEqual([]);
    expect(keeper([address], packs)).toBe(pack);
  });

  test("our own addresses are known, whatever company's", () => {
    expect(
      ["complaints@bnc.example", "reply+a@kept.example", "journal+a@kept.example"].every((each) =>
        isOurs(each, packs),
      ),
    ).toBe(true);
    expect(isOurs("noor@customer.example", packs)).toBe(false);
  });
});

describe("whose a mail is", () => {
  const noors: Candidate = {
    about: { subject: "case", pack: "solar", code: "K7M2P4Q" },
    customer: "noor@customer.example",
    staff: ["technical-team@solar.example"],
  };
  const pias: Candidate = {
    ...noors,
    about: { ...noors.about, code: "P1AP1AP" },
    customer: "pia@customer.example",
  };
  const decide = (
    destination: Partial<Destination>,
    from: string,
    more: Partial<Evidence> & { proven?: boolean } = {},
  ) =>
    decideWhose({
      destination: { pack: "solar", ...destination },
      sender: { address: from, proven: more.proven ?? true },
      hinted: [],
      ...more,
    });

  test("among several that it may answer it is the nearest that its sender belongs to", () => {
    const whose = decide({ mailbox: "complaints" }, noors.customer, { hinted: [pias, noors] });
    expect(whose).toMatchObject({ whose: "subject", about: noors.about, as: "customer" });
  });

  test("the team's own proven address is staff, and unproven it is a stranger", () => {
    const from = "technical-team@solar.example";
    expect(decide({ mailbox: "complaints" }, from, { hinted: [noors] })).toMatchObject({ as: "host" });
    expect(decide({ mailbox: "complaints" }, from, { hinted: [noors], proven: false })).toEqual({
      whose: "new",
      mailbox: "complaints",
      maybeAbout: noors.about,
    });
  });

  test("a secret address is believed, and says whether the sender is the one that we know", () => {
    const believed = (from: string) => decide({ claim }, from, { claimed: noors, proven: false });
    expect(believed(noors.customer)).toMatchObject({ whose: "subject", anotherAddress: false });
    expect(believed("mallory@elsewhere.example")).toMatchObject({ whose: "subject", anotherAddress: true });
  });

  test("what leads to nothing and came to no mailbox is nobody's", () => {
    expect(decide({}, noors.customer)).toEqual({ whose: "nobody" });
    expect(decide({ claim }, noors.customer)).toEqual({ whose: "nobody" });
  });
});

test.each([
  ["Ik wacht al drie weken en het is niet opgelost.", "nl"],
  ["Ich warte seit drei Wochen, und das ist nicht gelöst.", "de"],
  ["Llevo tres semanas sin respuesta y el inversor no funciona, por favor.", "es"],
  ["I have been waiting for three weeks and nothing happened.", "en"],
  ["???", "nl"],
  ["", "nl"],
] as const)("%j is written in %s", (text, language) => {
  expect(languageOf(text, ["nl", "es", "de", "en"])).toBe(language);
});

test("a language that the company does not write is answered in its first", () => {
  expect(languageOf("Ik wacht al drie weken en het is niet opgelost.", ["de", "en"])).toBe("de");
});

test.each([
  ["De omvormer doet niets, het paneel ook niet", "product"],
  ["Uw monteur kwam niet opdagen voor de afspraak", "service"],
  ["Dit kan zo niet langer", "service"],
])("%j is about %s: undecided it is the first, so that what that needs is asked for", (text, topic) => {
  expect(topicOf(policyOf("solar").cases?.kinds.complaint, "complaint", text)).toBe(topic);
});
