import type { Bench, Figure } from "../figure.ts";
import { dollarsPerThousand, priceFile } from "./dollars.ts";
import { type Cost, costOfAppointment, costOfComplaint } from "./play.ts";

/** What AWS would count for one appointment and one complaint, played on the deployed machines. */
export const bench: Bench = async () => {
  const [appointment, complaint] = [await costOfAppointment(), await costOfComplaint()];
  const alone = { peer: null, ratio: null, goal: null, met: null };
  return [
    {
      name: "cost, appointment",
      ...most(appointment.transitions, 14),
      unit: "state transitions",
      peer: "a naive machine, 22",
      ratio: 22 / appointment.transitions,
    },
    { name: "cost, complaint", ...alone, ...most(complaint.transitions, 15), unit: "state transitions" },
    {
      name: "cost, booking",
      ...alone,
      ...most(appointment.firstItems * 2, 12),
      unit: "write units",
      note: `${appointment.firstItems} items in one transaction; ${appointment.first} with sizes and the entries of both indexes`,
    },
    ...rest("appointment", appointment, 10),
    ...rest("complaint", complaint, 6),
  ];
};

const most = (value: number, goal: number): Pick<Figure, "value" | "goal" | "met"> => ({
  value,
  goal: `≤ ${goal}`,
  met: value <= goal,
});

/** @param requests of people, in the API: the prices' own count for an appointment, and what the story of a complaint asks. */
const rest = (of: string, cost: Cost, requests: number): Figure[] => {
  const alone = { peer: null, ratio: null, goal: null, met: null };
  return [
    { name: `cost, ${of}`, value: cost.writeUnits, unit: "write units from beginning to end", ...alone },
    {
      name: `cost, ${of}`,
      value: cost.steps + requests,
      unit: "Lambda calls",
      ...alone,
      note: `${cost.steps} steps and ${requests} requests; reports of its mails come on top`,
    },
    {
      name: `cost, 1 000 ${of}s`,
      value: dollarsPerThousand(cost, requests),
      unit: "US$ without SMS",
      ...alone,
      note: `prices of ${priceFile}`,
    },
  ];
};
