/** The world cannot start, and a person can put it right: the message is one line that says how. */
export class CannotStart extends Error {
  override readonly name = "CannotStart";
}
