import type { DeployedPolicy } from "#adapters/ports.ts";
import type { Simulation } from "#cli/simulation/world.ts";
import { isRefusal } from "#core/errors.ts";
import { instant } from "#core/time.ts";
import { enterAbsence } from "#steps/absence/enter.ts";
import { actOnCase } from "#steps/case/act.ts";
import { registerCase } from "#steps/case/register.ts";
import { contactMade, enterRelation } from "#steps/contact/relation.ts";
import { enterAccounts } from "#steps/enter-accounts.ts";

const pack = "expandit";
const lena = "staff:lena" as const;

/** What ExpandIT's people do beside the year's cases: calls, an absence, and contact with two partners. */
export const setDesk = ({ ports, clock }: Simulation, deployed: DeployedPolicy): void => {
  const on = (at: string, act: () => Promise<void>) => clock.at(instant(at), act);
  const once = (key: string) => ({ pack, key, fingerprint: key });
  const done = <Done extends object>(acted: Done): Done => {
    if (isRefusal(acted)) throw new Error(`${acted.refused}: ${acted.detail}`);
    return acted;
  };

  const call = (taken: string, answered: string) =>
    on(taken, async () => {
      const request = {
        fields: { description: "Please call back about the import." },
        customer: { name: "Inés Vega", email: "ines@partner.example" },
        language: "es",
        channel: "phone",
        actor: "staff:answering-service",
        question: "usage",
      } as const;
      const made = done(await registerCase(ports, deployed, request, once(`call-${taken}`)));
      if (isRefusal(made)) return;
      const act = () =>
        actOnCase(ports, { pack, number: made.number }, "answer", { text: "Así" }, { actor: lena });
      on(answered, async () => void done(await act()));
    });

  const partner = (account: string, contacts: readonly string[]) => {
    const by = (key: string) => ({ account, actor: lena, request: once(`${account}-${key}`) });
    on("2026-01-05T09:00:00Z", async () => {
      const facts = { id: account, licence: "standard", users: 5 };
      done(await enterAccounts(ports, deployed, [facts], lena, once(`account-${account}`)));
      const manager = { name: "Lena Brandt", email: "lena@expandit.com" };
      done(await enterRelation(ports, deployed, by("entered"), { kind: "partner", manager }));
    });
    for (const at of contacts)
      on(at, async () => void done(await contactMade(ports, deployed, by(at), { by: "Lena", how: "phone" })));
  };

  call("2026-01-07T09:00:00Z", "2026-01-07T12:00:00Z");
  call("2026-01-14T09:00:00Z", "2026-01-15T15:00:00Z");
  partner("vega", ["2026-02-02T10:00:00Z"]);
  partner("nova", ["2026-02-16T10:00:00Z"]);
  on("2026-01-12T09:00:00Z", async () => {
    const away = { from: instant("2026-01-19T08:00:00Z"), to: instant("2026-01-21T08:00:00Z") };
    done(
      await enterAbsence(ports, deployed, { person: "lena", standIn: "mara", ...away }, lena, once("away")),
    );
  });
};
