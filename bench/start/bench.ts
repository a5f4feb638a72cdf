import { spawnSync } from "node:child_process";
import { atMost, type Bench, type Figure } from "../figure.ts";
import { inTurn, rounds } from "../measure.ts";
import { type Bundle, type Bundles, bundle } from "./bundles.ts";
import { openFirstEvents } from "./first-event.ts";

/** The Lambda that a customer who books waits for. */
const booking = "public-api";

/** How long a fresh process takes until a Lambda is ready for its first event, and how much there is to load. */
export const bench: Bench = async (asked) => {
  const bundles = await bundle();
  try {
    const figures: Figure[] = [];
    for (const each of bundles.ours.filter(({ name }) => !asked.quick || name === booking))
      figures.push(await figure(each, bundles.empty, rounds(asked)));
    figures.sort((one, other) => (one.ratio ?? 0) - (other.ratio ?? 0));
    return [...figures, ...(await firstEvents(bundles, rounds(asked)))];
  } finally {
    bundles.end();
  }
};

const figure = async (ours: Bundle, empty: Bundle, count: number): Promise<Figure> => {
  const took = await inTurn({ ours: () => load(ours), empty: () => load(empty) }, count);
  return {
    name: `start, ${ours.name}`,
    value: took.ours,
    unit: "ms",
    peer: `an empty handler, ${Math.round(took.empty)} ms`,
    ratio: took.ours / took.empty,
    ...atMost(took.ours / took.empty, ours.name === booking ? 2.5 : 4),
    note: `${Math.round(ours.bytes / 1024)} KB loaded`,
  };
};

/** What is loaded late must not cost more then than it would have at the start: so until the first answer as well. */
const firstEvents = async ({ ours, empty }: Bundles, count: number): Promise<Figure[]> => {
  const called = (name: string): Bundle => {
    const found = ours.find((each) => each.name === name);
    if (found === undefined) throw new Error(`there is no ${name}`);
    return found;
  };
  const first = await openFirstEvents();
  try {
    const took = await inTurn(
      {
        "public-api, slots": () => first.slots(called(booking)),
        "public-api, a booking": () => first.booking(called(booking)),
        "send-confirmation": () => first.confirmation(called("send-confirmation")),
        empty: () => first.nothing(empty),
      },
      count,
    );
    const { empty: nothing, ...answered } = took;
    return Object.entries(answered).map(([name, time]) => ({
      name: `start to first answer, ${name}`,
      value: time,
      unit: "ms",
      peer: `an empty handler, ${Math.round(nothing)} ms`,
      ratio: time / nothing,
      goal: null,
      met: null,
    }));
  } finally {
    await first.end();
  }
};

/** @throws Error when the bundle cannot be loaded, or exports no handler. */
const load = ({ name, file, environment: own }: Bundle): void => {
  const script = `import(${JSON.stringify(file)}).then((it) => process.exit(typeof it.handler === "function" ? 0 : 1));`;
  const { status, stderr } = spawnSync(process.execPath, ["-e", script], {
    env: { ...environment, ...own },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${name} does not load: ${stderr}`);
};

/** What AWS sets before it loads a handler, and the SDK looks at. */
const environment = { PATH: process.env["PATH"], AWS_REGION: "eu-west-1", TZ: "UTC" };
