/** A country whose tables are made by machine, and what is said of their origin. */
interface Country {
  /** Besides the country as a whole, its regions by ISO 3166-2; without `whole` only these. */
  readonly regions: readonly string[];
  readonly whole: boolean;
  /** In which the days are named. */
  readonly language: string;
  readonly source: string;
  /** The first year that the country had not published when the tables were reviewed. */
  readonly expectedFrom?: number;
}

const wholeRegion =
  "The days that are public holidays by law in all of the region; days of single towns and districts are left out";

/** NL and ES-MD are not among them: their tables are written by hand, and stay as they are. */
export const countries: Readonly<Record<string, Country>> = {
  AT: { regions: [], whole: true, language: "de", source: wholeRegion },
  BE: {
    regions: [],
    whole: true,
    language: "nl",
    source: "The ten legal holidays, the same in every region; days of the communities are left out",
  },
  DE: {
    regions: "BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH".split(" "),
    whole: true,
    language: "de",
    source: `${wholeRegion}: Augsburg's peace feast, Mariä Himmelfahrt in parts of Bavaria, Fronleichnam in parts of Saxony and Thuringia`,
  },
  DK: { regions: [], whole: true, language: "da", source: wholeRegion },
  ES: {
    regions: "AN AR AS CB CE CL CM CN CT EX GA IB MC ML NC PV RI VC".split(" "),
    whole: true,
    language: "es",
    source:
      "For 2024 to 2026 the calendars as published in the BOE, with moved and replaced days; from 2027 on what is expected: days that two compilations agree on, and feasts that the region has by law. Muslim feasts of those years are left out, because their dates are set late; so are the days of single islands and towns",
    expectedFrom: 2027,
  },
  FR: {
    regions: [],
    whole: true,
    language: "fr",
    source: `${wholeRegion}: Good Friday and 26 December in Alsace and Moselle, and those of the overseas departments`,
  },
  GB: {
    regions: ["ENG", "NIR", "SCT", "WLS"],
    whole: false,
    language: "en",
    source: "Bank holidays with their substitute days",
  },
  IE: { regions: [], whole: true, language: "en", source: "The ten public holidays on their own dates" },
};
