import type { Instant } from "#core/time.ts";
import type { Assembly } from "#local/assembly.ts";

/** All that a command meets of the outside: data goes to `out`, progress and notes to `note`, so that a pipe gets data alone. */
export interface Io {
  readonly out: (text: string) => void;
  readonly note: (text: string) => void;
  /** Rewrites the last line on the person's screen; absent where nobody watches. */
  readonly progress?: (line: string) => void;
  readonly now: () => Instant;
  /** The folder of the project. */
  readonly root: string;
  /** The stack as a deployment would synthesize it now. */
  readonly assembly: () => Promise<Assembly>;
  /** The folder that names of files are relative to. */
  readonly folder: string;
}
