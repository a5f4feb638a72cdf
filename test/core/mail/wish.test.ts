import { describe, expect, it } from "vitest";
import { isThanks } from "#core/mail/thanks.ts";
import { wishOf } from "#core/mail/wish.ts";

describe("a wish to cancel", () => {
  it.each([
    "Ik wil de afspraak graag annuleren.",
    "Ik zeg de afspraak van dinsdag af.",
    "Kan ik de afspraak annuleren?",
    "Ich muss den Termin leider absagen.",
    "Ich sage den Termin ab.",
    "Bitte stornieren Sie den Termin.",
    "Quiero cancelar la cita.",
    "¿Puedo anular mi cita?",
    "Please cancel my appointment.",
    "Can I cancel?",
    "I am not well, so please cancel.",
    "Ik kan het niet meer opbrengen, dus annuleren graag",
    "Cancel",
  ])("%s", (text) => {
    expect(wishOf(text)).toBe("cancel");
  });

  it("stands in a subject of the customer's own, not in one that came with the answer", () => {
    expect(wishOf("Groet, Piet", "Afspraak annuleren")).toBe("cancel");
    expect(wishOf("Tot dan!", "Re: cancel or change your appointment")).toBeUndefined();
  });
});

describe("a wish for another time", () => {
  it.each([
    "Kunnen we de afspraak verzetten?",
    "Kunnen we de afspraak niet verzetten?",
    "Heeft u een andere datum?",
    "Ik kan dan helaas niet komen.",
    "Können wir den Termin verschieben?",
    "Ich brauche einen anderen Termin.",
    "Ich kann am Dienstag leider nicht kommen.",
    "¿Podemos cambiar la cita?",
    "Necesito otra fecha.",
    "No puedo asistir el martes.",
    "Could we reschedule?",
    "I can't make it on Tuesday",
    "I need to cancel or move the appointment to another day.",
    "Niet annuleren maar verzetten graag.",
    "Ich möchte nicht absagen, sondern verschieben.",
  ])("%s", (text) => {
    expect(wishOf(text)).toBe("change");
  });
});

describe("no wish", () => {
  it.each([
    "Ik wil niet annuleren.",
    "Ich möchte nicht absagen.",
    "Wir sagen den Termin nicht ab.",
    "No quiero cancelar.",
    "I do not want to cancel.",
    "I don't want to reschedule the session.",
    "My appointment was cancelled by you and nobody told me.",
    "De monteur heeft geannuleerd.",
    "Ihr Techniker hat abgesagt.",
    "Tot dinsdag!",
    "",
    "> You can cancel or change your appointment here.\nBis dann!",
  ])("%s", (text) => {
    expect(wishOf(text)).toBeUndefined();
  });
});

describe("mere thanks", () => {
  it.each([
    "Bedankt!",
    "Hartelijk dank voor uw snelle hulp.",
    "Hallo Jan,\n\nDank je wel, alles werkt weer!",
    "Vielen Dank für die schnelle Hilfe!",
    "Sehr geehrte Frau Müller,\nherzlichen Dank.",
    "Muchas gracias por su ayuda.",
    "Thanks a lot, it works now.",
    "Thank you very much!\n\n> Is everything fine?\n> Kept",
  ])("%s", (text) => {
    expect(isThanks(text)).toBe(true);
  });

  it("with the name of whoever wrote below", () => {
    expect(isThanks("Bedankt!\nPiet de Vries", "Piet de Vries")).toBe(true);
    expect(isThanks("Bedankt!\nStoring blijft", "Piet de Vries")).toBe(false);
  });

  it.each([
    "Bedankt voor niets.",
    "Bedankt, maar het werkt niet.",
    "Danke, aber es geht nicht.",
    "Danke für nichts.",
    "Gracias, ¿cuándo vienen?",
    "Thanks, when will it be solved?",
    "Thank you. The inverter is broken again.",
    "Thanks, my number is 12345.",
    "Alles werkt weer.",
    "",
    `Bedankt ${"voor de hulp ".repeat(30)}`,
  ])("is not: %s", (text) => {
    expect(isThanks(text)).toBe(false);
  });
});
