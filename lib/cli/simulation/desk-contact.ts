import type { DeployedPolicy } from "#adapters/ports.ts";
import { hour, minute, plus } from "#core/time.ts";
import { dateIn } from "#core/wall-clock.ts";
import { contactMade, enterRelation, lookAtRelation } from "#steps/contact/relation.ts";
import { planMeeting, recordMeeting } from "#steps/meeting/meeting.ts";
import { openTasks } from "#steps/tasks.ts";
import { Mistake } from "../mistake.ts";
import { agreed } from "./agreed.ts";
import type { Desk, Notes } from "./desk.ts";
import type { Simulation } from "./world.ts";

type Keeping = Pick<
  Desk,
  "contactIsKept" | "contactIsMade" | "meetingTakesPlace" | "contactStands" | "alertsWere"
>;

const account = "acme";

/** Contact with the story's account: who keeps it, when it is due, and what became of it. */
export const createContactDesk = (world: Simulation, deployed: DeployedPolicy, notes: Notes): Keeping => {
  const { ports, clock } = world;
  const { pack, timeZone } = deployed.policy;
  let asked = 0;
  const by = () => {
    const key = `contact-${(asked += 1)}`;
    return { account, actor: "staff:planner" as const, request: { pack, key, fingerprint: key } };
  };
  return {
    contactIsKept: async (kind, name) => {
      const manager = { name, email: "manager@company.example" };
      agreed(await enterRelation(ports, deployed, by(), { kind, manager }));
      notes.say("staff:planner", `contact is kept by ${name}, as with a ${kind}`);
    },
    contactIsMade: async (how, name) => {
      agreed(await contactMade(ports, deployed, by(), { by: name, how }));
      notes.say(name, `had a contact: ${how}`);
    },
    meetingTakesPlace: async (name, minutesLate) => {
      const at = plus(clock.now(), hour);
      const guest = { name, email: "guest@customer.example" };
      const host = { name: "Lena", email: "manager@company.example" };
      const facts = { account, at, guest, host, language: "en" as const, timeZone };
      const { code } = agreed(await planMeeting(ports, deployed, facts, by()));
      const arrivedAt = plus(at, minutesLate * minute);
      await clock.advance(arrivedAt);
      agreed(await recordMeeting(ports, deployed, code, [{ name, side: "guest", arrivedAt }], by()));
      notes.say(name, `came to a meeting ${minutesLate} minutes after it began`);
    },
    contactStands: async (told) => {
      const relation = await lookAtRelation(ports, pack, account);
      if ("refused" in relation) throw new Mistake(relation.detail);
      const { state, nextContactBy } = relation;
      const tasks = (await openTasks(ports, pack)).filter(({ what }) => what === "contact-due");
      const stands = `${state} ${dateIn(timeZone, nextContactBy)}`;
      notes.say("contact", `${stands}${tasks.length > 0 ? ", and a task" : ""}`);
      notes.compare("contact", stands, told);
    },
    alertsWere: async (count) => {
      const actions = world.table.all().map(({ action }) => action);
      notes.compare("alerts", actions.filter((action) => action === "contact-missed").length, count);
    },
  };
};
