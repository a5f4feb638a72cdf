/** What has been opened and has to be closed again, the last first. */
export interface Teardown {
  add(close: () => Promise<void> | void): void;
  /** Closes everything once; a second call waits for the first. */
  run(): Promise<void>;
}

export const createTeardown = (): Teardown => {
  const closers: (() => Promise<void> | void)[] = [];
  let running: Promise<void> | undefined;
  const closeAll = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  return {
    add: (close) => void closers.push(close),
    run: () => (running ??= closeAll()),
  };
};
