import { describe, expect, it } from "vitest";
import { compose } from "#core/message/compose.ts";
import { languages, type MessageKind, messageKinds } from "#core/policy/vocabulary.ts";
import { aSession, hostileNames } from "./session-fields.ts";

const inEachLanguage = <Kind extends MessageKind>(kinds: readonly Kind[]) =>
  languages.flatMap((language) => kinds.map((kind) => ({ language, kind })));
const eachMail = inEachLanguage(messageKinds);
const standing = ["confirmation", "reminder", "changed", "answer"] as const;
const toCustomers = [...standing, "cancelled"] as const;
const aboutNoShows = ["no-show-warning", "no-show-consequence", "no-show-waived"] as const;
const afterwards = ["interrupted", "feedback-request"] as const;
const offered = ["offer"] as const;
const toHosts = [
  "staff-booked",
  "staff-changed",
  "staff-cancelled",
  "staff-attendance",
  "staff-mail",
] as const;

it("every kind goes to the customer or to the host", () => {
  const all = [...toCustomers, ...aboutNoShows, ...afterwards, ...offered, ...toHosts];
  expect(all.toSorted()).toEqual(messageKinds.toSorted());
});

const occurrences = (text: string, part: string): number => text.split(part).length - 1;
const attribute = (url: string): string => url.replaceAll("&", "&amp;");

describe.each(eachMail)("a $kind in $language", ({ language, kind }) => {
  const mail = compose(kind, "email", language, aSession());

  it("says who, what, when and under which code in both parts", () => {
    for (const part of [mail.text, mail.html])
      for (const fact of [
        "Jan Smit",
        "Quick assist",
        "Anna de Vries",
        "K7M2P4Q",
        "2026",
        "10:00",
        "Amsterdam",
      ])
        expect(part).toContain(fact);
  });

  it("is complete: nothing is left of a pattern", () => {
    expect(mail.subject + mail.text + mail.html.replace(/<style>[^]*<\/style>/, "")).not.toMatch(
      /[{}]|undefined|#\s/,
    );
  });

  it("names its language, suits a dark screen and loads nothing", () => {
    expect(mail.html).toContain(`<html lang="${language}"`);
    expect(mail.html).toContain('<meta name="color-scheme" content="light dark">');
    expect(mail.html).not.toMatch(/<img|url\(|<script|<link |src=/);
  });

  describe.each(Object.entries(hostileNames))("to a name with %s", (_what, customerName) => {
    const hostile = compose(kind, "email", language, aSession({ customerName, hostName: customerName }));

    it("keeps the subject on one line without marks that turn it", () => {
      expect(hostile.subject).not.toMatch(/[\p{Cc}\u2028\u2029]|\p{Bidi_Control}/u);
      expect(hostile.subject.length).toBeLessThan(200);
    });

    it("adds no element to the HTML and no line to the text", () => {
      const elements = (html: string): number => occurrences(html, "<");
      expect(elements(hostile.html)).toBe(elements(mail.html));
      expect(occurrences(hostile.text, "\n")).toBe(occurrences(mail.text, "\n"));
    });

    it("is well-formed and stays short", () => {
      expect(hostile.text.isWellFormed() && hostile.html.isWellFormed()).toBe(true);
      expect(hostile.text.length).toBeLessThan(mail.text.length + 700);
    });
  });
});

describe.each(inEachLanguage(standing))("a $kind in $language", ({ language, kind }) => {
  const mail = compose(kind, "email", language, aSession());

  it("carries both links, in the text and in the HTML", () => {
    for (const url of [aSession().changeUrl, aSession().cancelUrl]) {
      expect(occurrences(mail.text, url)).toBe(1);
      expect(occurrences(mail.html, `href="${attribute(url)}"`)).toBe(1);
    }
  });
});

describe.each(inEachLanguage(toCustomers))("a $kind in $language", ({ language, kind }) => {
  const mail = compose(kind, "email", language, aSession());

  it("states the rule with its notice, and where to ask", () => {
    expect(mail.text).toMatch(/\b24 (uur|horas|Stunden|hours)\b/);
    expect(mail.text).toContain("support@kept.example");
    expect(mail.html).toContain('href="mailto:support@kept.example"');
  });
});

describe.each(inEachLanguage(toHosts))("a $kind in $language", ({ language, kind }) => {
  const mail = compose(kind, "email", language, aSession());

  it("says how to reach the customer, and carries no link that acts for the customer", () => {
    for (const part of [mail.text, mail.html]) {
      expect(part).toContain("jan@customer.example");
      expect(part).toContain("+31612345678");
      expect(part).not.toMatch(/#token-/);
    }
  });

  it("greets the host and leaves out a phone that there is not", () => {
    expect(mail.text.split("\n")[0]).toContain("Anna de Vries");
    const { text } = compose(kind, "email", language, aSession({ customer: { email: "jan@x.example" } }));
    expect(text).not.toMatch(/\+31|undefined/);
  });
});

describe("a name", () => {
  const html = (customerName: string): string =>
    compose("confirmation", "email", "en", aSession({ customerName })).html;
  const text = (customerName: string): string =>
    compose("confirmation", "email", "en", aSession({ customerName })).text;

  it("is escaped once, and stands in the HTML once", () => {
    expect(occurrences(html("R&D <Jan> 'O\""), "<bdi>R&amp;D &lt;Jan&gt; &#39;O&quot;</bdi>")).toBe(1);
    expect(html("R&D <Jan>")).not.toContain("&amp;amp;");
    expect(html("&amp;")).toContain("<bdi>&amp;amp;</bdi>");
  });

  it("stands in the text as it was written", () => {
    expect(text("R&D <Jan>")).toContain("Dear R&D <Jan>,");
    expect(text("{code} # O'Neil")).toContain("Dear {code} # O'Neil,");
  });

  it("that reads from right to left is isolated, and cannot end its own isolation", () => {
    expect(text("\u2069שרה\u202e")).toContain("Dear \u2068שרה\u2069,");
  });

  it("keeps the joiners that its letters need", () => {
    expect(text("👩‍👩‍👧 می‌خواهم")).toContain("\u2068👩‍👩‍👧 می‌خواهم\u2069");
  });

  it("of a session that is long is cut in the subject alone", () => {
    const mail = compose(
      "confirmation",
      "email",
      "en",
      aSession({ sessionName: "A word ".repeat(12).trim() }),
    );
    expect(mail.subject).toContain("…");
    expect(mail.text).toContain("A word ".repeat(12).trim());
  });
});

it("a mailbox that the company does not name is not promised", () => {
  for (const supportMailbox of ["", undefined]) {
    const { text, html } = compose("confirmation", "email", "en", aSession({ supportMailbox }));
    expect(text).not.toContain("Write to");
    expect(html).not.toContain("mailto:");
  }
});

it("markup in a session's name or a company's adds nothing to the HTML", () => {
  const markup = "</title><b>Quick</b>";
  const { html } = compose("reminder", "email", "en", aSession({ sessionName: markup, company: markup }));
  expect(occurrences(html, "</title>")).toBe(1);
  expect(html).not.toContain("<b>");
});

describe("a confirmation", () => {
  it("links the version of the terms that was accepted, in both parts", () => {
    const { text, html } = compose("confirmation", "email", "nl", aSession());
    expect(text).toContain("voorwaarden (versie 2026-01) <https://kept.example/terms?a=1&b=2>.");
    expect(html).toContain('href="https://kept.example/terms?a=1&amp;b=2"');
    expect(html).toContain(">voorwaarden (versie 2026-01)</a>");
  });
});

describe("a reminder", () => {
  it.each([
    ["nl", "PT48H", "Over 2 dagen"],
    ["nl", "PT24H", "Over 24 uur"],
    ["nl", "PT1H", "Over 1 uur"],
    ["es", "PT48H", "Dentro de 2 días"],
    ["es", "PT1H", "Dentro de 1 hora"],
    ["de", "PT48H", "In 2 Tagen"],
    ["de", "PT24H", "In 24 Stunden"],
    ["de", "PT1H", "In 1 Stunde"],
    ["en", "PT48H", "in 2 days"],
    ["en", "PT1H", "in 1 hour"],
    ["en", "PT90M", "in 90 minutes"],
  ] as const)("in %s, %s before, says “%s”", (language, before, words) => {
    const mail = compose("reminder", "email", language, aSession({ before }));
    expect(mail.text).toMatch(new RegExp(`${words}[ .,]`));
    expect(mail.subject.toLowerCase()).toContain(words.toLowerCase());
  });

  it("refuses a length that is none, as a fault of ours", () => {
    expect(() => compose("reminder", "email", "nl", aSession({ before: "P2D" }))).toThrow(RangeError);
  });
});
