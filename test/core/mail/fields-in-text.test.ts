import { expect, it } from "vitest";
import { fieldsIn } from "#core/mail/fields-in-text.ts";

const fields = [
  {
    id: "model",
    name: {
      nl: "Model van de omvormer",
      es: "Modelo del inversor",
      de: "Modell",
      en: "Model of the inverter",
    },
  },
  {
    id: "serialNumber",
    name: {
      nl: "Serienummer, als u het hebt",
      es: "Número de serie, si lo tiene",
      de: "Seriennummer, falls vorhanden",
      en: "Serial number, if you have it",
    },
  },
  {
    id: "ticketNumber",
    name: { nl: "Ticketnummer", es: "Número de tique", de: "Ticketnummer", en: "Ticket number" },
  },
];

it.each([
  ["Serienummer: X-123", { serialNumber: "X-123" }],
  ["  * serienummer = X-123.", { serialNumber: "X-123" }],
  ["Modell – SUN 5000", { model: "SUN 5000" }],
  ["Model: SUN-5000-G2\nSerienummer:\n  X-123", { model: "SUN-5000-G2", serialNumber: "X-123" }],
  ["| Seriennummer | X-123 |", { serialNumber: "X-123" }],
  ["Serial number\tX-123", { serialNumber: "X-123" }],
  ["Numero de serie: X-123\nNúmero de tique: 88", { serialNumber: "X-123", ticketNumber: "88" }],
  ["Serienummer X-123", { serialNumber: "X-123" }],
  ["Het serienummer: X-123", { serialNumber: "X-123" }],
  ["Mijn serienummer is X-123.", { serialNumber: "X-123" }],
  ["Meine Seriennummer lautet: X-123", { serialNumber: "X-123" }],
  ["El número de serie es X-123", { serialNumber: "X-123" }],
  ["My serial number is X-123", { serialNumber: "X-123" }],
  ["Serienummer, als u het hebt: X-123", { serialNumber: "X-123" }],
  ["Model van de omvormer: Y\nModel: Z", { model: "Y" }],
])("%j names %o", (text, found) => {
  expect(fieldsIn(text, fields)).toEqual(found);
});

it.each([
  "Serienummer: onbekend",
  "Serienummer: ?",
  "Serienummer:",
  "Serienummer:\nModel:",
  "> Serienummer: X-123",
  "Het serienummer weet ik niet.",
  "Número: 12",
  "",
])("%j names nothing", (text) => {
  expect(fieldsIn(text, fields)).toEqual({});
});

it("takes no longer for what was made to take long", () => {
  for (const piece of ["a ", "a:", ": ", "| ", "- - ", "\t"]) {
    fieldsIn(piece.repeat(500_000), fields);
    fieldsIn(`${piece.repeat(300)}\n`.repeat(2_000), fields);
  }
}, 4_000);
