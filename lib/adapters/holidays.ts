import {
  type HolidayRegion,
  type HolidayTable,
  type HolidayTables,
  holidayRegions,
  readHolidayTable,
} from "#core/policy/holiday-table.ts";
import at from "#policies/holidays/AT.json" with { type: "json" };
import be from "#policies/holidays/BE.json" with { type: "json" };
import de from "#policies/holidays/DE.json" with { type: "json" };
import deBb from "#policies/holidays/DE-BB.json" with { type: "json" };
import deBe from "#policies/holidays/DE-BE.json" with { type: "json" };
import deBw from "#policies/holidays/DE-BW.json" with { type: "json" };
import deBy from "#policies/holidays/DE-BY.json" with { type: "json" };
import deHb from "#policies/holidays/DE-HB.json" with { type: "json" };
import deHe from "#policies/holidays/DE-HE.json" with { type: "json" };
import deHh from "#policies/holidays/DE-HH.json" with { type: "json" };
import deMv from "#policies/holidays/DE-MV.json" with { type: "json" };
import deNi from "#policies/holidays/DE-NI.json" with { type: "json" };
import deNw from "#policies/holidays/DE-NW.json" with { type: "json" };
import deRp from "#policies/holidays/DE-RP.json" with { type: "json" };
import deSh from "#policies/holidays/DE-SH.json" with { type: "json" };
import deSl from "#policies/holidays/DE-SL.json" with { type: "json" };
import deSn from "#policies/holidays/DE-SN.json" with { type: "json" };
import deSt from "#policies/holidays/DE-ST.json" with { type: "json" };
import deTh from "#policies/holidays/DE-TH.json" with { type: "json" };
import dk from "#policies/holidays/DK.json" with { type: "json" };
import es from "#policies/holidays/ES.json" with { type: "json" };
import esAn from "#policies/holidays/ES-AN.json" with { type: "json" };
import esAr from "#policies/holidays/ES-AR.json" with { type: "json" };
import esAs from "#policies/holidays/ES-AS.json" with { type: "json" };
import esCb from "#policies/holidays/ES-CB.json" with { type: "json" };
import esCe from "#policies/holidays/ES-CE.json" with { type: "json" };
import esCl from "#policies/holidays/ES-CL.json" with { type: "json" };
import esCm from "#policies/holidays/ES-CM.json" with { type: "json" };
import esCn from "#policies/holidays/ES-CN.json" with { type: "json" };
import esCt from "#policies/holidays/ES-CT.json" with { type: "json" };
import esEx from "#policies/holidays/ES-EX.json" with { type: "json" };
import esGa from "#policies/holidays/ES-GA.json" with { type: "json" };
import esIb from "#policies/holidays/ES-IB.json" with { type: "json" };
import esMc from "#policies/holidays/ES-MC.json" with { type: "json" };
import esMd from "#policies/holidays/ES-MD.json" with { type: "json" };
import esMl from "#policies/holidays/ES-ML.json" with { type: "json" };
import esNc from "#policies/holidays/ES-NC.json" with { type: "json" };
import esPv from "#policies/holidays/ES-PV.json" with { type: "json" };
import esRi from "#policies/holidays/ES-RI.json" with { type: "json" };
import esVc from "#policies/holidays/ES-VC.json" with { type: "json" };
import fr from "#policies/holidays/FR.json" with { type: "json" };
import gbEng from "#policies/holidays/GB-ENG.json" with { type: "json" };
import gbNir from "#policies/holidays/GB-NIR.json" with { type: "json" };
import gbSct from "#policies/holidays/GB-SCT.json" with { type: "json" };
import gbWls from "#policies/holidays/GB-WLS.json" with { type: "json" };
import ie from "#policies/holidays/IE.json" with { type: "json" };
import nl from "#policies/holidays/NL.json" with { type: "json" };

const documents: Readonly<Record<HolidayRegion, object>> = {
  AT: at,
  BE: be,
  DE: de,
  "DE-BB": deBb,
  "DE-BE": deBe,
  "DE-BW": deBw,
  "DE-BY": deBy,
  "DE-HB": deHb,
  "DE-HE": deHe,
  "DE-HH": deHh,
  "DE-MV": deMv,
  "DE-NI": deNi,
  "DE-NW": deNw,
  "DE-RP": deRp,
  "DE-SH": deSh,
  "DE-SL": deSl,
  "DE-SN": deSn,
  "DE-ST": deSt,
  "DE-TH": deTh,
  DK: dk,
  ES: es,
  "ES-AN": esAn,
  "ES-AR": esAr,
  "ES-AS": esAs,
  "ES-CB": esCb,
  "ES-CE": esCe,
  "ES-CL": esCl,
  "ES-CM": esCm,
  "ES-CN": esCn,
  "ES-CT": esCt,
  "ES-EX": esEx,
  "ES-GA": esGa,
  "ES-IB": esIb,
  "ES-MC": esMc,
  "ES-MD": esMd,
  "ES-ML": esMl,
  "ES-NC": esNc,
  "ES-PV": esPv,
  "ES-RI": esRi,
  "ES-VC": esVc,
  FR: fr,
  "GB-ENG": gbEng,
  "GB-NIR": gbNir,
  "GB-SCT": gbSct,
  "GB-WLS": gbWls,
  IE: ie,
  NL: nl,
};

/** Read when it is first asked for: a cold start must not wait for regions that nobody asks about. */
const read = new Map<HolidayRegion, HolidayTable>();
const tableOf = (region: HolidayRegion): HolidayTable => {
  const table = read.get(region) ?? readHolidayTable(documents[region]);
  read.set(region, table);
  return table;
};

/**
 * The reviewed tables that this build carries.
 * @throws ZodError, once a table is asked for that is wrong: the tests check them, so this is a fault.
 */
export const createHolidays = (): HolidayTables =>
  Object.defineProperties(
    {},
    Object.fromEntries(
      holidayRegions.map((region) => [region, { enumerable: true, get: () => tableOf(region) }]),
    ),
  ) as HolidayTables;
