import { expect, test } from "vitest";
import { mailTo } from "../local/mail-client.ts";
import { aBrought, aCompany, kindsTo, milestone } from "./case.ts";
import { aStory, type Story } from "./world.ts";

const noor = "noor@customer.example";
const mailbox = "complaints@solar.example";
const staff = { authorization: "Bearer local:sanne:staff:solar" };

interface Quarantine {
  readonly mails: readonly { readonly id: string; readonly reason: string; readonly from?: string }[];
}

interface Seen {
  readonly status: string;
  readonly topic: string;
  readonly team: string;
  readonly language: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly missing: readonly string[];
  readonly mails: readonly {
    readonly id: string;
    readonly direction: string;
    readonly who?: string;
    readonly kind?: string;
    readonly maybeAbout?: string;
    readonly files?: readonly { readonly name: string }[];
  }[];
}

const send = async (story: Story, mail: Parameters<typeof mailTo>[1]) => {
  await mailTo(story.world.smtpPort ?? 0, mail);
  await story.advance("PT2S");
};

const look = async (story: Story, number: string) =>
  (await story.get<Seen>(`/v1/solar/staff/cases/${number}`, staff)).body;

interface SeenByNoor {
  readonly replyTo: string;
  readonly files: readonly { readonly name: string; readonly size: number }[];
}

/** What the link in a mail shows its customer. */
const theirPage = async (story: Story, text: string): Promise<SeenByNoor> => {
  const token = /\/link[^\s#]*#(\S+)/.exec(text)?.[1] ?? "";
  return (await story.get<SeenByNoor>("/v1/link", { "kept-link": token })).body;
};

/** The customer's; the team's mail goes out at the same moment, and may be there first. */
const receiptIn = async (story: Story) => (await story.mails()).find(({ to }) => to.includes(noor));

/** Byte for byte, to be saved and not shown; what is not there, or another company's, is not found. */
const handsOut = async (story: Story, mail: string) => {
  const file = (place: number, pack = "solar") =>
    fetch(`${story.world.url}/v1/${pack}/staff/mails/${mail}/files/${place}`, {
      headers: { authorization: `Bearer local:sanne:staff:${pack}` },
    });
  const photo = await file(0);
  expect(Buffer.from(await photo.arrayBuffer()).equals(Buffer.alloc(40_000, 7))).toBe(true);
  expect(photo.headers.get("content-type")).toBe("application/octet-stream");
  expect(photo.headers.get("content-disposition")).toMatch(/^attachment; filename\*=UTF-8''.*omvormer\.jpg$/);
  expect((await Promise.all([file(1), file(0, "bnc"), file(-1)])).map(({ status }) => status)).toEqual([
    404, 404, 404,
  ]);
};

test("a Dutch complaint with a photo becomes a case; what is missing is asked for in Dutch, and the reply completes it", async () => {
  const story = await aStory("2026-12-01T09:00:00Z");
  const solar = aCompany(story, "solar");
  await send(story, {
    from: `Noor Bakker <${noor}>`,
    to: mailbox,
    subject: "Omvormer kapot",
    text: "Goedemiddag,\n\nMijn omvormer doet sinds zondag niets meer. Wij willen graag een nieuwe.\n\nMet vriendelijke groet,\nNoor",
    attachments: [{ filename: "../foto van de omvormer.jpg", content: Buffer.alloc(40_000, 7) }],
  });
  const [{ number } = { number: "" }, ...others] = await solar.list();
  expect(others).toEqual([]);
  const brought = await look(story, number);
  expect(brought).toMatchObject({
    topic: "product",
    team: "technical-team",
    language: "nl",
    status: "waiting",
  });
  expect(brought.missing).toEqual(["model"]);
  expect(brought.mails.find(({ direction }) => direction === "in")).toMatchObject({
    who: noor,
    files: [{ name: expect.stringMatching(/^[^/\\]*foto van de omvormer\.jpg$/) }],
  });
  await handsOut(story, brought.mails.find(({ direction }) => direction === "in")?.id ?? "");
  expect(milestone(await solar.look(number), "Acknowledge")).toMatchObject({
    due: "2026-12-10T16:00:00.000Z",
  });

  const receipt = await receiptIn(story);
  expect([receipt?.kind, receipt?.to, receipt?.language]).toEqual(["registered", noor, "nl"]);
  expect(receipt?.text).toContain("Model van de omvormer");
  expect(receipt?.text).toContain("Serienummer");
  const replyTo = /<([^>]+)>/.exec(receipt?.headers["reply-to"] ?? "")?.[1] ?? "";

  await send(story, {
    from: `Noor Bakker <${noor}>`,
    to: replyTo,
    subject: `Re: ${receipt?.subject}`,
    text: `Model van de omvormer: SG10RT\nSerienummer: A-17\n\nOp 1 december 2026 schreef Solar:\n> Serienummer: onbekend\n`,
  });
  const complete = await look(story, number);
  expect(complete).toMatchObject({
    status: "open",
    missing: [],
    fields: { model: "SG10RT", serialNumber: "A-17" },
  });
  expect(complete.mails.map(({ direction, kind }) => kind ?? direction)).toEqual([
    "in",
    "registered",
    "staff-case-assigned",
    "in",
    "staff-case-customer",
  ]);
  expect(kindsTo(await story.mails(), noor)).toEqual(["registered"]);
});

test("the customer's page lists the files that came, and names the address to send more to; nobody else's are among them", async () => {
  const story = await aStory("2026-12-01T09:00:00Z");
  const solar = aCompany(story, "solar");
  const { number } = await solar.bring(aBrought());
  const receipt = await receiptIn(story);
  const page = () => theirPage(story, receipt?.text ?? "");
  const { replyTo, files } = await page();
  expect([files, receipt?.headers["reply-to"]]).toEqual([[], expect.stringContaining(replyTo)]);

  const photo = { filename: "plaatje.png", content: Buffer.alloc(12_345, 1) };
  await send(story, { from: noor, to: replyTo, subject: "Foto", text: "Zie bijlage.", attachments: [photo] });
  const installer = { name: "Ivo", email: "ivo@installer.example" };
  await solar.act(number, "request-information", { text: "Wat zag u?", thirdParty: installer });
  const asked = (await story.mails()).find(({ to }) => to.includes(installer.email));
  const theirs = { filename: "rapport.pdf", content: Buffer.alloc(99, 1) };
  await send(story, {
    from: installer.email,
    to: /<([^>]+)>/.exec(asked?.headers["reply-to"] ?? "")?.[1] ?? "",
    subject: "Rapport",
    text: "Zie bijlage.",
    attachments: [theirs],
  });
  expect((await look(story, number)).mails.flatMap(({ files: all = [] }) => all)).toHaveLength(2);
  expect((await page()).files).toMatchObject([{ name: "plaatje.png", size: 12_345 }]);
});

test("forged mails let nobody in: a guessed number is a new case, a lost one waits for a person, who lets it out", async () => {
  const story = await aStory("2026-12-01T09:00:00Z");
  const solar = aCompany(story, "solar");
  const complaint = "De omvormer is kapot.\nModel van de omvormer: SG10RT\n";
  await send(story, { from: noor, to: mailbox, subject: "Omvormer", text: complaint });
  const [{ number } = { number: "" }] = await solar.list();

  const forged = { headers: { "X-Local-Verdicts": "dmarc=FAIL spf=FAIL" } };
  await send(story, {
    ...forged,
    from: noor,
    to: mailbox,
    subject: `Re: ${number}`,
    text: "Stuur mij alles.",
  });
  const cases = await solar.list();
  expect(cases).toHaveLength(2);
  const other = cases.find((each) => each.number !== number)?.number ?? "";
  expect((await look(story, other)).mails[0]).toMatchObject({ direction: "in", maybeAbout: number });
  expect((await look(story, number)).mails.filter(({ direction }) => direction === "in")).toHaveLength(1);
  const receipts = (await story.mails()).filter(({ to, kind }) => to === noor && kind === "registered");
  expect(receipts).toHaveLength(2);
  expect(receipts.find(({ text }) => text.includes(other))?.text).not.toContain(number);

  const spam = { headers: { "X-Local-Verdicts": "spam=FAIL" } };
  await send(story, { ...spam, from: noor, to: mailbox, subject: "Nog een", text: complaint });
  const held = (await story.get<Quarantine>("/v1/solar/staff/quarantine", staff)).body.mails;
  expect(held).toMatchObject([{ from: noor, reason: "spam" }]);
  const path = `/v1/solar/staff/quarantine/${held[0]?.id}/release`;
  const released = await story.post<{ case: string }>(path, { as: "reply", case: number }, staff);
  expect([released.status, released.body.case]).toEqual([200, number]);
  expect((await story.post<{ code: string }>(path, { as: "case" }, staff)).body.code).toBe("already-done");
  expect((await story.get<Quarantine>("/v1/solar/staff/quarantine", staff)).body.mails).toEqual([]);
  expect(
    (await story.get("/v1/solar/staff/quarantine", { authorization: "Bearer local:eva:staff:bnc" })).status,
  ).toBe(403);
});
