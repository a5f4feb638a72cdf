import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { kept } from "../cli/typed.ts";
import { mailTo } from "../local/mail-client.ts";
import { aBrought, aCompany } from "./case.ts";
import { aBooking, appointments, aStory, type Story } from "./world.ts";

const noor = "noor.canary01@customer.example";
const bram = { name: "Bram de Wit", email: "bram@customer.example", phone: "+31622222222" };
const staff = "/v1/taxdome/staff";
const anna = { authorization: "Bearer local:anna" };

/** Each is written in one place alone. */
const canaries = Array.from({ length: 32 }, (_, at) => `canary${String(at + 1).padStart(2, "0")}`);
const phones = ["+31655512309", "+31655512310"];
const word = (nth: number): string => canaries[nth - 1] ?? "";

const customer = (name: number, phone = 0) => ({ name: word(name), email: noor, phone: phones[phone] });

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name));

/** Which of these words are anywhere: in the bytes of the data folder, in the table, in what was sent. */
const found = async (story: Story, words: readonly string[]): Promise<string[]> => {
  const bytes = filesIn(story.data).map((file) => readFileSync(file).toString("latin1"));
  const rest = [await story.items(), await story.mails(), await story.sms()].map((all) =>
    JSON.stringify(all),
  );
  const all = [...bytes, ...rest].map((text) => text.toLowerCase());
  return words.filter((each) => all.some((text) => text.includes(each)));
};

/** All that stands under what names Bram. */
const brams = async (story: Story) => {
  const items = await story.items();
  const his = items.filter((item) => JSON.stringify(item).includes(bram.email)).map(({ pk }) => pk);
  return items.filter(({ pk }) => his.includes(pk));
};

const linkIn = (text: string, what: string): string =>
  new RegExp(`/link\\?do=${what}[^#]*#([\\w.~-]+)`).exec(text)?.[1] ?? "";

const newest = async (story: Story, kind: string) =>
  (await story.mails()).filter((mail) => mail.kind === kind && mail.to === noor).at(-1);

const reply = async (story: Story, kind: string, mail: { text: string; subject: string; file: string }) => {
  const replyTo = /<([^>]+)>/.exec((await newest(story, kind))?.headers["reply-to"] ?? "")?.[1] ?? "";
  const content = Buffer.from(`${word(25)} in a file`);
  const attachments = [{ filename: `${mail.file}.txt`, content, contentTransferEncoding: "7bit" as const }];
  const { text, subject } = mail;
  await mailTo(story.world.smtpPort ?? 0, {
    from: `${word(24)} <${noor}>`,
    to: replyTo,
    subject,
    text,
    attachments,
  });
  await story.advance("PT2S");
};

/** Sessions, a strike, feedback, a place in line, conduct: all that a customer of `taxdome` can leave behind. */
const plantAppointments = async (story: Story): Promise<void> => {
  const say = (path: string, body: object) => story.post(`${staff}/${path}`, body, anna);
  const book = async (start: string, who: object) =>
    (await story.post<{ id: string; link: string }>(appointments, aBooking(start, { customer: who }))).body;
  await book("2026-12-10T09:00:00Z", bram);
  const attended = await book("2026-12-02T09:00:00Z", customer(2));
  await reply(story, "confirmation", { text: word(3), subject: word(4), file: word(5) });
  const missed = await book("2026-12-03T09:00:00Z", customer(2));
  const token = linkIn((await newest(story, "confirmation"))?.text ?? "", "change");
  await story.post("/v1/link/confirm", { version: 1 }, { "kept-link": token });
  const cancelled = await book("2026-12-04T09:00:00Z", customer(6));
  await say(`appointments/${cancelled.id}/cancel`, { reason: word(7) });
  await story.advanceTo("2026-12-03T12:00:00Z");
  await say(`appointments/${attended.id}/outcome`, { outcome: "attended", note: word(8) });
  await story.advance("PT1M");
  const feedback = linkIn((await newest(story, "feedback-request"))?.text ?? "", "feedback");
  await story.post(
    "/v1/link/feedback",
    { version: 1, rating: 4, comment: word(9) },
    { "kept-link": feedback },
  );
  await say(`appointments/${missed.id}/outcome`, { outcome: "no-show", note: word(10) });
  await say(`strikes/${missed.id}/waive`, { reason: word(11) });
  await story.post("/v1/taxdome/waitlist", {
    sessionType: "implementation",
    from: "2027-01-11",
    to: "2027-01-15",
    customer: customer(12, 1),
    language: "nl",
    timeZone: "Europe/Amsterdam",
  });
  await book("2026-12-22T09:00:00Z", customer(31));
  const report = await say(`customers/${encodeURIComponent(noor)}/conduct`, { evidence: word(13) });
  const id = String(report.body["id"]);
  const bert = { authorization: "Bearer local:bert" };
  await story.post(`${staff}/conduct/${id}/judge`, { outcome: "warning", reason: word(14) }, bert);
};

/** A complaint with words of everybody, a third party, replies, a mail in quarantine. */
const plantCases = async (story: Story): Promise<string> => {
  const solar = aCompany(story, "solar");
  await solar.bring(aBrought({ customer: { name: bram.name, email: bram.email } }));
  const fields = { model: "SG10RT", serialNumber: word(15), description: word(16) };
  const { number, link } = await solar.bring(aBrought({ fields, customer: customer(17, 1) }));
  await solar.act(number, "acknowledge", { text: `Dear ${word(18)}` });
  await solar.press(link, "answer", { text: word(19) });
  await solar.act(number, "note", { text: word(20) });
  await solar.act(number, "request-information", {
    text: "When was it mounted?",
    of: "thirdParty",
    thirdParty: { name: word(21), email: `${word(22)}@installer.example` },
  });
  await reply(story, "acknowledged", { text: word(26), subject: word(27), file: word(28) });
  const nobody = "postmaster@kept.example";
  const headers = { "x-local-verdicts": "spam=FAIL" };
  await mailTo(story.world.smtpPort ?? 0, {
    from: noor,
    to: "complaints@solar.example",
    subject: word(29),
    text: `${word(30)} ${nobody}`,
    headers,
  });
  await story.advance("PT2S");
  await solar.act(number, "assign", { to: "piet", text: word(23) });
  return number;
};

const folder = mkdtempSync(join(tmpdir(), "kept-handed-out-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const commands = (story: Story) => {
  const line = (command: string, who: string, pack: string, more = "") =>
    kept(`${command} ${who} --url ${story.world.url} --token local:anna --pack ${pack}${more}`, {
      folder,
    });
  const exported = async (who: string, pack: string): Promise<unknown> => {
    const out = "handed-out";
    expect(await line("export", who, pack, ` --out ${out}`)).toMatchObject({ code: 0 });
    return (JSON.parse(readFileSync(join(folder, out, "customer.json"), "utf8")) as { kept: unknown }).kept;
  };
  return { line, exported };
};

test("whoever is forgotten has left no word anywhere, the chain of their complaint verifies, and nobody else notices", async () => {
  const story = await aStory("2026-12-01T08:00:00Z");
  await plantAppointments(story);
  const number = await plantCases(story);
  const all = [...canaries, ...phones].filter((each) => each !== word(32));
  expect(await found(story, all)).toEqual(all);

  const { line, exported } = commands(story);
  const others = await brams(story);
  expect(others.length).toBeGreaterThan(3);
  expect(JSON.stringify(await exported(noor, "taxdome"))).toContain(word(13));
  expect(filesIn(join(folder, "handed-out", "mails")).map((file) => readFileSync(file, "latin1"))).toEqual([
    expect.stringContaining(word(25)),
  ]);
  const eva = { authorization: "Bearer local:eva:staff:solar" };
  expect(await story.get(`/v1/solar/staff/customers/${noor}/export`, eva)).toMatchObject({ status: 403 });
  expect(await story.post(`/v1/solar/staff/customers/${noor}/forget`, { reason: "?" }, eva)).toMatchObject({
    status: 403,
  });
  const open = await line("forget", noor, "solar", " --reason asked");
  expect([open.code, open.notes]).toEqual([1, expect.stringContaining(`case ${number}`)]);
  expect(await found(story, [word(16)])).toEqual([word(16)]);

  for (const pack of ["taxdome", "solar"])
    expect(await line("forget", noor, pack, " --reason asked --even-open")).toMatchObject({
      code: 0,
      out: expect.stringContaining("Forgotten:"),
    });
  const audit = await kept(`audit ${number} --url ${story.world.url} --pack solar --token local:anna`);
  expect([audit.code, audit.out]).toEqual([0, expect.stringContaining("Verified")]);
  expect(await brams(story)).toEqual(others);
  expect(await found(story, all)).toEqual([]);

  const again = await line("forget", noor, "taxdome", " --reason asked");
  expect(again).toMatchObject({ code: 0, out: "Forgotten: 0 sessions, cases and the like, and 0 mails.\n" });
  await story.advance("P3D");
  expect(await found(story, all)).toEqual([]);
});
