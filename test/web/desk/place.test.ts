import { expect, test } from "vitest";
import { keyOf } from "#site/address.ts";
import {
  caseAddress,
  conductAddress,
  customerAddress,
  dayAddress,
  listAddress,
  placeOf,
  searchAddress,
  sessionAddress,
} from "../../../web/desk/place.ts";

const at = (path: string) => placeOf(new URL(path, "https://kept.example"));

test("each address that the desk gives leads back to its place, and is the desk's one page", () => {
  const places = {
    [dayAddress("solar")]: { at: "day", pack: "solar" },
    [dayAddress("solar", "2026-12-01")]: { at: "day", pack: "solar", date: "2026-12-01" },
    [listAddress("solar", "cases")]: { at: "list", pack: "solar", list: "cases" },
    [listAddress("solar", "quarantine")]: { at: "list", pack: "solar", list: "quarantine" },
    [caseAddress("solar", "K7M2P4Q")]: { at: "case", pack: "solar", number: "K7M2P4Q" },
    [sessionAddress("taxdome", "K7M2P4Q")]: { at: "session", pack: "taxdome", number: "K7M2P4Q" },
    [customerAddress("taxdome", "zoë@x.example")]: {
      at: "customer",
      pack: "taxdome",
      email: "zoë@x.example",
    },
    [conductAddress("taxdome", "01ARZ3NDEk")]: { at: "conduct", pack: "taxdome", id: "01ARZ3NDEk" },
    [searchAddress("solar", "zoë@x.example")]: { at: "search", pack: "solar", words: "zoë@x.example" },
  };
  for (const [address, place] of Object.entries(places)) {
    expect(at(address)).toEqual(place);
    expect(keyOf(new URL(address, "https://kept.example").pathname)).toBe("desk/index.html");
  }
});

test("who is looked for, or at, is never sent to the server that has the pages", () => {
  for (const [address, sent] of [
    [searchAddress("solar", "noor@customer.example"), "/desk/solar/search"],
    [customerAddress("solar", "noor@customer.example"), "/desk/solar/customer"],
  ] as const) {
    const { pathname, search } = new URL(address, "https://kept.example");
    expect(pathname + search).toBe(sent);
  }
});

test("an address that leads nowhere says so, and a number may be written small", () => {
  for (const path of ["/desk/solar/weather", "/desk/solar/cases/A/B", "/desk/solar/weather/A", "/link"])
    expect(at(path)).toEqual({ at: "nowhere" });
  expect(at("/desk")).toEqual({ at: "companies" });
  expect(at("/desk/solar/cases/k7m2p4q")).toMatchObject({ number: "K7M2P4Q" });
  expect(at("/desk/solar?date=tomorrow")).toEqual({ at: "day", pack: "solar" });
});
