/** Something that a person can put right: told in one line, without a stack. Ends the command with 1. */
export class Mistake extends Error {
  override readonly name = "Mistake";
}

/** The command was not called as its usage says. Ends it with 2, the usage below the line. */
export class UsageMistake extends Error {
  override readonly name = "UsageMistake";
}
