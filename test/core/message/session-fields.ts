import type { Fields } from "#core/message/compose.ts";
import { instant } from "#core/time.ts";

/** All that any kind may say. */
type SessionStory = Fields["confirmation"] &
  Fields["reminder"] &
  Fields["changed"] &
  Fields["cancelled"] &
  Fields["staff-attendance"] &
  Fields["feedback-request"] &
  Pick<Fields["interrupted"], "silence" | "counts"> &
  Pick<Fields["offer"], "until" | "acceptUrl" | "declineUrl"> &
  Pick<Fields["no-show-warning"], "why" | "now" | "policy">;

/** A session in Amsterdam, a Friday in winter at ten; each test changes what it is about. */
export const aSession = (changes: Partial<SessionStory> = {}): SessionStory => ({
  customerName: "Jan Smit",
  company: "TaxDome",
  sessionName: "Quick assist",
  hostName: "Anna de Vries",
  start: instant("2026-12-04T09:00:00Z"),
  end: instant("2026-12-04T09:30:00Z"),
  timeZone: "Europe/Amsterdam",
  code: "K7M2P4Q",
  changeUrl: "https://kept.example/link?do=change&v=1#token-change",
  cancelUrl: "https://kept.example/link?do=cancel&v=1#token-cancel",
  notice: "PT24H",
  supportMailbox: "support@kept.example",
  terms: { version: "2026-01", url: "https://kept.example/terms?a=1&b=2" },
  before: "PT48H",
  cause: "in-time",
  why: "waived",
  now: { situation: "date", from: instant("2027-06-04T08:00:00Z") },
  policy: { windowMonths: 12, threat: { kind: "date", waitMonths: 6 } },
  clause: "§3",
  was: { start: instant("2026-12-02T13:30:00Z"), hostName: "Bram Bakker" },
  bookUrl: "https://kept.example/book/taxdome?a=1&b=2",
  ratingUrls: [5, 1].map((rating) => ({
    rating,
    url: `https://kept.example/link?do=feedback&rating=${rating}#token-feedback`,
  })),
  silence: "PT5M",
  counts: false,
  closesAt: instant("2026-12-07T09:30:00Z"),
  until: instant("2026-12-02T12:00:00Z"),
  acceptUrl: "https://kept.example/link?do=accept#token-offer",
  declineUrl: "https://kept.example/link?do=decline#token-offer",
  customer: { email: "jan@customer.example", phone: "+31612345678" },
  ...changes,
});

/** Names that have broken mails elsewhere. */
export const hostileNames: Readonly<Record<string, string>> = {
  markup: `<img src=x onerror="alert('1')"> & {customerName} </bdi>`,
  emoji: "Zoë 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
  "right-to-left override": "safe\u202egpj.exe\u2066",
  Hebrew: "שרה כהן",
  "line breaks": "Jan\r\nBcc: everyone@kept.example\r\n\r\n\u2028\u0085\u0000Smit",
  "two kilobytes": "Ab".repeat(1024),
  "half a character": "Jan \ud83d Smit",
};
