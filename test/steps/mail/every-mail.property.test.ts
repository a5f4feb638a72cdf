import fc from "fast-check";
import { expect, test } from "vitest";
import type { Verdict } from "#core/mail/mail.ts";
import { sweep } from "#steps/sweep.ts";
import { aCaseWorld, aRegisteredCase, staffAct } from "../../builders/case.ts";
import { arrive, keptMails, mailsAbout, quarantined, type Told, withMail } from "../../builders/mail.ts";

const verdict = fc.constantFrom<Verdict>("PASS", "PASS", "PASS", "FAIL", "GRAY");
const noor = "noor@customer.example";

/** Who writes what, where to, and how it was found; `died` is the write after which the process ends at the first try. */
const aMail = fc.record({
  to: fc.constantFrom("reply", "staff-reply", "forged-reply", "complaints", "support", "nowhere"),
  from: fc.constantFrom(noor, "mallory@elsewhere.example", "technical-team@solar.example", ""),
  dmarc: verdict,
  spam: verdict,
  names: fc.constantFrom("number", "message", "nothing"),
  text: fc.constantFrom("Bedankt!", "It is broken again.", "", "Please cancel it.", "Serienummer: A-17"),
  headers: fc.constantFrom<Readonly<Record<string, string>>>(
    {},
    {},
    { "auto-submitted": "auto-replied" },
    { "auto-submitted": "no" },
    { "list-id": "<l.example>" },
    { "x-kept-message": "x" },
  ),
  unreadable: fc.constantFrom(false, false, false, true),
  died: fc.nat(12),
  meanwhile: fc.constantFrom("nothing", "resolve", "close", "day"),
});

type Random = typeof aMail extends fc.Arbitrary<infer Value> ? Value : never;

const aStory = async () => {
  const world = withMail(aCaseWorld(), ["solar"]);
  const { number } = await aRegisteredCase(world);
  const replyTo = world.mails[0]?.mail.replyTo ?? "";
  const addresses: Readonly<Record<Random["to"], string>> = {
    reply: replyTo,
    "staff-reply": world.staffMails[0]?.mail.replyTo ?? "",
    "forged-reply": "reply+c.solar.0000000.c.0123456789abcdef@kept.example",
    complaints: "complaints@solar.example",
    support: "support@solar.example",
    nowhere: "info@nowhere.example",
  };
  const [message] = world.table.all().filter(({ type }) => type === "message");
  return { world, number, addresses, message: String(message?.pk).slice("message#".length) };
};

type Story = Awaited<ReturnType<typeof aStory>>;

const told = ({ number, message }: Story, mail: Random, id: string): Told => ({
  id,
  from: mail.from,
  text: mail.text,
  subject: mail.names === "number" ? `Re: ${number}` : "Hello",
  references: mail.names === "message" ? [`${message}@eu-west-1.amazonses.com`] : [],
  headers: mail.headers,
  verdicts: { dmarc: mail.dmarc, spam: mail.spam },
  ...(mail.unreadable && { unreadable: "nesting" }),
});

/** The process ends after so many of its writes; the queue brings the mail again. */
const dying = async ({ world }: Story, after: number, run: () => Promise<unknown>): Promise<void> => {
  const { commit } = world.table;
  let writes = 0;
  Object.assign(world.table, {
    commit: async (...given: Parameters<typeof commit>) => {
      if ((writes += 1) > after) throw new Error("the process died");
      return commit(...given);
    },
  });
  await run().catch(() => undefined);
  Object.assign(world.table, { commit });
};

const meanwhile = async ({ world, number }: Story, what: Random["meanwhile"]): Promise<void> => {
  if (what === "resolve") await staffAct(world, number, "resolve", { text: "Done" });
  if (what === "close") await staffAct(world, number, "close", {});
  if (what === "day") world.pass(86_400_000);
};

test("every mail that arrived is a case, a reply, or in quarantine, whatever it is and wherever a run dies", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aMail, { minLength: 1, maxLength: 6 }), async (mails) => {
      const story = await aStory();
      const { world, number, addresses } = story;
      for (const [at, mail] of mails.entries()) {
        await meanwhile(story, mail.meanwhile);
        const bring = () => arrive(world, [addresses[mail.to]], told(story, mail, `m${at}`));
        await dying(story, mail.died, bring);
        const outcome = await bring();
        expect(await bring()).toEqual(outcome);
      }
      await sweep(world);
      const kept = keptMails(world);
      expect(kept.map(({ id }) => id).toSorted()).toEqual(mails.map((_, at) => `m${at}`));
      const settled = (as: string) => kept.filter(({ outcome }) => outcome?.settled === as).length;
      const cases = world.table.all().filter(({ type }) => type === "case");
      // One case was there before any mail.
      expect(settled("case")).toBe(cases.length - 1);
      expect(settled("quarantine")).toBe(quarantined(world).length);
      expect(settled("reply")).toBe(mailsAbout(world, number).length);
      expect(settled("case") + settled("reply") + settled("quarantine")).toBe(mails.length);
      const changes = world.table
        .all()
        .filter(({ type, pk }) => type === "change" && pk.endsWith(`#${number}`));
      const byMail = changes.filter(({ reason }) => String(reason).startsWith("by mail"));
      expect(byMail).toHaveLength(settled("reply"));
      const strangers = [...world.mails].filter(
        ({ mail }) => mail.to.address === "mallory@elsewhere.example",
      );
      for (const { mail } of strangers) expect(mail.text + mail.html).not.toContain(number);
    }),
    { numRuns: 60 },
  );
});
