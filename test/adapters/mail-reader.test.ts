import { createHash } from "node:crypto";
import MailComposer from "nodemailer/lib/mail-composer";
import { describe, expect, it } from "vitest";
import { createMailReader } from "#adapters/mail-reader.ts";
import { attackNames, damaged, hostileMail } from "../fixtures/mail/hostile.ts";

const reader = createMailReader();
const bytes = (...lines: readonly string[]): Uint8Array => Buffer.from(lines.join("\r\n"), "latin1");

const readable = async (raw: Uint8Array) => {
  const mail = await reader.read(raw);
  if ("unreadable" in mail) throw new Error(mail.unreadable);
  return mail;
};

const photo = Buffer.from([0xff, 0xd8, 0, 1, 2]);

describe("what a mail program sends is read", () => {
  const composed = new MailComposer({
    from: { name: "Müller, Jörg", address: "Joerg@Example.de" },
    to: [{ name: "", address: "klachten@solar.example" }],
    subject: "Wechselrichter defekt – dringend €",
    messageId: "<a1@example.de>",
    inReplyTo: "<0107@eu-west-1.amazonses.com>",
    references: ["<first@kept.example>", "<0107@eu-west-1.amazonses.com>"],
    text: "Guten Tag,\nder Wechselrichter läuft nicht.",
    html: '<p>Guten Tag <img src="cid:photo"></p>',
    attachments: [
      { filename: "Foto vom Gerät.jpg", content: photo },
      { filename: "logo.png", content: photo, cid: "photo" },
    ],
  }).compile();

  it("with its sender, its subject, its text, and what it answers, the nearest last", async () => {
    const mail = await readable(await composed.build());
    expect(mail).toMatchObject({
      from: { name: "Müller, Jörg", address: "joerg@example.de" },
      subject: "Wechselrichter defekt – dringend €",
      messageId: "a1@example.de",
      references: ["first@kept.example", "0107@eu-west-1.amazonses.com"],
      text: expect.stringContaining("läuft nicht") as unknown,
    });
  });

  it("with its files, pictures in the text among them, each to be had as it was sent", async () => {
    const raw = await composed.build();
    const { attachments } = await readable(raw);
    const digest = createHash("sha256").update(photo).digest("hex");
    expect(attachments.map(({ name }) => name).toSorted()).toEqual(["Foto vom Gerät.jpg", "logo.png"]);
    expect(attachments.every((file) => file.size === 5 && file.digest === digest)).toBe(true);
    expect(await reader.attachmentOf(raw, 1)).toEqual(Uint8Array.from(photo));
    expect(await reader.attachmentOf(raw, 2)).toBeUndefined();
  });
});

describe("what people read of a mail", () => {
  it("is what its HTML says where there is nothing else", async () => {
    const mail = await readable(
      bytes(
        "From: p@x.nl",
        "Content-Type: text/html; charset=iso-8859-1",
        "",
        "<html><head><style>p{}</style></head><body><p>Caf\xe9 &euro;5 &lt;b&gt;</p><script>x()</script>",
        "Model<br>Y<ul><li>een<li>twee</ul><table><tr><td>Serienummer</td><td>X-1</td></tr></table>",
        "<blockquote>oud</blockquote></body></html>",
      ),
    );
    expect(mail.text).toBe("Café €5 <b>\n\nModel\nY\n- een\n- twee\nSerienummer\tX-1\n> oud");
  });

  it("has no control characters, and no marks that turn the reading round", async () => {
    const mail = await readable(
      bytes("From: p@x.nl", "Subject: =?utf-8?q?a=00b=0D=0ABcc:_c=E2=80=AEd?=", "", "x\0y\x1b[2Jz\x07"),
    );
    expect(mail.subject).toBe("ab Bcc: cd");
    expect(mail.text.trim()).toBe("xy[2Jz");
  });

  it("is read as UTF-8 or as the West writes where no charset is named", async () => {
    expect((await readable(bytes("From: p@x.nl", "", "hallo"))).text.trim()).toBe("hallo");
    expect((await readable(bytes("From: p@x.nl", "", "caf\xe9"))).text).toContain("caf");
  });
});

it("keeps every line and every byte of what is long", async () => {
  const lines = Array.from({ length: 9_000 }, (_, at) => `regel ${at}`);
  const file = Buffer.from(lines.join(""));
  const padded = Array.from({ length: 5_000 }, (_, at) => Buffer.from([at % 256]).toString("base64"));
  const part = (type: string, body: readonly string[], encoding = "7bit") => [
    "--b",
    `Content-Type: ${type}`,
    `Content-Transfer-Encoding: ${encoding}`,
    "",
    ...body,
  ];
  const raw = bytes(
    "From: p@x.nl",
    "Content-Type: multipart/mixed; boundary=b",
    "",
    ...part("text/plain", lines),
    ...part("text/x-a", [file.toString("base64")], "base64"),
    ...part("text/x-b", lines),
    ...part("text/x-c", padded, "base64"),
    "--b--",
  );
  expect((await readable(raw)).text.trim()).toBe(lines.join("\n"));
  expect(Buffer.from((await reader.attachmentOf(raw, 0)) ?? []).equals(file)).toBe(true);
  const plain = Buffer.from((await reader.attachmentOf(raw, 1)) ?? []);
  expect(plain.toString().trim().split(/\r?\n/)).toEqual(lines);
  const units = (await reader.attachmentOf(raw, 2)) ?? [];
  expect([...units]).toEqual(padded.map((_, at) => at % 256));
});

it("shows all that is text, plain or not, and takes no longer for HTML that does not end", async () => {
  const part = (type: string, text: string) => ["--b", `Content-Type: ${type}`, "", text];
  const head = ["From: p@x.nl", "Content-Type: multipart/mixed; boundary=b", ""];
  const mail = await readable(
    bytes(...head, ...part("text/plain", "een"), ...part("text/html", "<p>twee</p>"), "--b--"),
  );
  expect(mail.text.split(/\s+/).filter(Boolean)).toEqual(["een", "twee"]);
  await readable(hostileMail("text and HTML", 867, 483_500));
}, 2_000);

it("shows a mail that came as a file, where nothing else was written", async () => {
  const forwarded = [
    "Content-Type: message/rfc822",
    "",
    "From: an@x.nl",
    "Subject: kapot",
    "",
    "Het is kapot.",
  ];
  const head = ["From: p@x.nl", "Content-Type: multipart/mixed; boundary=b", ""];
  const bare = await readable(bytes(...head, "--b", ...forwarded, "--b--"));
  const said = await readable(bytes(...head, "--b", "", "Zie bijlage.", "--b", ...forwarded, "--b--"));
  expect([bare.text.trim(), said.text.trim()]).toEqual(["Het is kapot.", "Zie bijlage."]);
  expect(said.attachments).toMatchObject([{ type: "message/rfc822" }]);
});

it("names files safely, whatever their sender calls them", async () => {
  const names = [
    "../../etc/passwd",
    "C:\\\\a\\\\b.pdf",
    "con.txt",
    "a\u202efdp.exe",
    `${"x".repeat(300)}.jpeg`,
    "..",
    "$(rm).sh",
  ];
  const parts = names.flatMap((name) => [
    "--b",
    `Content-Type: application/pdf; name="=?utf-8?b?${Buffer.from(name).toString("base64")}?="`,
    "",
    "x",
  ]);
  const { attachments } = await readable(
    bytes("From: p@x.nl", "Content-Type: multipart/mixed; boundary=b", "", ...parts, "--b--"),
  );
  const safe = attachments.map(({ name }) => name);
  expect(safe.slice(0, 4)).toEqual(["passwd", "b.pdf", "_con.txt", "afdp.exe"]);
  expect(safe[4]).toBe(`${"x".repeat(115)}.jpeg`);
  expect(safe.slice(5)).toEqual(["file-6", "_(rm).sh"]);
});

it("believes no sender where a mail names two", async () => {
  const twice = await readable(bytes("From: a@x.nl", "From: b@x.nl", "", "x"));
  const both = await readable(bytes("From: a@x.nl, b@x.nl", "", "x"));
  expect([twice.from, both.from]).toEqual([undefined, undefined]);
});

it("hands on the parts that servers and calendars read", async () => {
  const mail = await readable(
    bytes(
      "From: mailer-daemon@x.nl",
      "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
      "",
      "--b",
      "",
      "Undelivered.",
      "--b",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; x.nl",
      "",
      "Action: failed",
      "--b",
      "Content-Type: message/rfc822",
      "",
      "Message-ID: <0107@eu-west-1.amazonses.com>",
      "",
      "Hallo",
      "--b--",
    ),
  );
  expect(mail.deliveryStatus).toContain("Action: failed");
  expect(mail.returned).toContain("<0107@eu-west-1.amazonses.com>");
});

describe("a hostile mail is read, or kept unread for a stable reason", () => {
  const reasons = [
    "empty",
    "too-many-lines",
    "too-many-parts",
    "nested-too-deep",
    "header-too-large",
    "broken-encoding",
  ];

  it.each(attackNames)("%s", async (attack) => {
    for (const seed of [1, 2, 3]) {
      const whole = hostileMail(attack, seed, 60_000);
      for (const raw of [whole, damaged(whole, seed)]) {
        const mail = await reader.read(raw);
        if ("unreadable" in mail) expect(reasons).toContain(mail.unreadable);
      }
    }
  });

  it("because it is empty, too large, too long, too deep or in too many parts", async () => {
    const why = async (raw: Uint8Array) => {
      const mail = await reader.read(raw);
      return "unreadable" in mail ? mail.unreadable : "read";
    };
    expect(await why(new Uint8Array())).toBe("empty");
    expect(await why(new Uint8Array(40 * 1024 * 1024 + 1))).toBe("too-large");
    expect(await why(hostileMail("many short lines", 1, 1_900_000))).toBe("too-many-lines");
    expect(await why(hostileMail("wrong base64", 1, 800_000))).toBe("broken-encoding");
    expect(await why(hostileMail("more dividers than parts", 1, 200_000))).toBe("too-many-parts");
    expect(await why(hostileMail("nested a hundred deep", 1, 0))).toBe("nested-too-deep");
    expect(await why(hostileMail("a huge header", 1, 300_000))).toBe("header-too-large");
  });

  it("a header in a header makes no header", async () => {
    const { headers, from } = await readable(hostileMail("a header in a header", 1, 0));
    expect(headers.filter(({ name }) => name === "bcc")).toEqual([]);
    expect(from).toBeUndefined();
  });
});
