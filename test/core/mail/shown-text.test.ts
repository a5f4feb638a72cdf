import { describe, expect, it } from "vitest";
import { shownText } from "#core/mail/shown-text.ts";

const own = "De omvormer staat stil.\n\nSerienummer: X-1";
const quoted = "> Geachte heer De Vries,\n> wij hebben uw klacht ontvangen.";

describe("the mail that was answered is cut", () => {
  it.each([
    `On Tue, Dec 1, 2026 at 10:15 AM Solar <s@kept.example> wrote:\n${quoted}`,
    `Op di 1 dec 2026 om 10:15 schreef Solar <s@kept.example>:\n\n${quoted}`,
    `Op 1 dec. 2026 om 10:15 heeft Solar\n<s@kept.example> het volgende geschreven:\n\n${quoted}`,
    `Am Di., 1. Dez. 2026 um 10:15 Uhr schrieb Solar <s@kept.example>:\n${quoted}`,
    `El mar, 1 dic 2026 a las 10:15, Solar (<s@kept.example>) escribió:\n${quoted}`,
    "-----Original Message-----\nFrom: Solar\nUw klacht",
    "-----Ursprüngliche Nachricht-----\nVon: Solar\nUw klacht",
    "________________________________\nVan: Solar <s@kept.example>\nVerzonden: dinsdag 1 december\nAan: Piet\nOnderwerp: Uw klacht\n\nGeachte heer",
    "Von: Solar <s@kept.example>\nGesendet: Dienstag\nAn: Piet\nBetreff: Ihre Beschwerde\n\nGuten Tag",
    "De: Solar <s@kept.example>\nEnviado el: martes\nPara: Piet\nAsunto: Su queja\n\nBuenos días",
    "*From:* Solar <s@kept.example>\n*Sent:* Tuesday\n*To:* Piet\n*Subject:* Your complaint\n\nDear",
    quoted,
  ])("%s", (below) => {
    expect(shownText(`${own}\n\n${below}`)).toBe(own);
  });

  it("but answers between its lines stay, with what they answer", () => {
    const text = `Op 1 dec 2026 om 10:15 schreef Solar <s@kept.example>:\n> Welk model?\nSUN 5000\n> En het nummer?\nX-1\n> Groet`;
    expect(shownText(text)).toBe(text.slice(0, text.lastIndexOf("\n")));
  });

  it("and never everything: a mail that only quotes is shown whole", () => {
    expect(shownText(quoted)).toBe(quoted);
    expect(shownText("> \n")).toBe(">");
    expect(shownText("")).toBe("");
  });

  it("nor what somebody forwards", () => {
    const text =
      "Zie hieronder.\n\nVan: An <an@example.nl>\nVerzonden: maandag\nAan: Piet\nOnderwerp: Kapot\n\nHet is kapot.";
    expect(shownText(text, "FW: Kapot")).toBe(text);
    expect(shownText(text, "RE: Kapot")).toBe("Zie hieronder.");
  });

  it("nor a human's own sentence that looks like the beginning of a quotation", () => {
    const text =
      "Op 3 maart schreef uw collega:\n\nhet is klaar. Dat is niet waar.\n\nModel: Y\nOplossing: graag";
    expect(shownText(text)).toBe(text);
    const list = "Van: Utrecht\nNaar: Breda\nHet pakket kwam niet aan.";
    expect(shownText(list)).toBe(list);
  });
});

describe("the signature is cut", () => {
  it.each([
    "Met vriendelijke groet,\n\nPiet de Vries\nDe Vries BV\nTel. 030 1234567",
    "Met vriendelijke groet, Piet",
    "Mvg,\nPiet",
    "Groetjes\nPiet",
    "Un saludo,\nPedro",
    "Atentamente,\n\nPedro",
    "Reciba un cordial saludo,\nPedro",
    "Mit freundlichen Grüßen\n\nPeter Müller\nGeschäftsführer",
    "Viele Grüße aus Berlin\nPeter",
    "MfG\nPeter",
    "Kind regards,\nPeter",
    "Best wishes, Peter",
    "Yours sincerely,\n\nPeter",
    "-- \nPiet\nDe Vries BV",
    "Verzonden vanaf mijn iPhone",
    "Von meinem iPhone gesendet",
    "Enviado desde mi iPhone",
    "Sent from my iPhone\nGet Outlook for iOS",
  ])("%s", (signature) => {
    expect(shownText(`${own}\n\n${signature}`)).toBe(own);
  });

  it("and what stands below it after a postscript stays", () => {
    expect(shownText(`${own}\n\nGroeten,\nPiet\n\nPS: het model is Y.`)).toBe(
      `${own}\n\nPS: het model is Y.`,
    );
  });

  it("but no sentence that speaks of greetings, and not the whole mail", () => {
    const text = "Groeten hebben wij genoeg gehad.\nBest is dat u komt.";
    expect(shownText(text)).toBe(text);
    expect(shownText("Met vriendelijke groet,\nPiet")).toBe("Met vriendelijke groet,\nPiet");
  });

  it("before the mail that was answered", () => {
    expect(
      shownText(
        `${own}\n\nMit freundlichen Grüßen\nPeter\n\nAm 1.12.2026 um 10:15 schrieb Solar:\n${quoted}`,
      ),
    ).toBe(own);
  });
});

it("takes no longer for what was made to take long", () => {
  const hostile = [
    "Op a schreef \n",
    "abc. x \n skrev \n",
    "On 1 ",
    "On 1\n",
    "> > >\nx\n",
    "From: a\n",
    "-- \n",
    "Groeten, ",
    "Groeten,\n",
    " ",
    "<",
  ];
  for (const piece of hostile) shownText(piece.repeat(1_000_000 / piece.length));
}, 4_000);
