/** What the process ends with, for scripts; `docs/cli.md` tells them to people. */
export const EXIT_STATUS = {
  done: 0,
  /** The answer is "no": a check failed, a plan was declined, something is not there. */
  no: 1,
  /** The command was not given what it needs. */
  misuse: 2,
  /** The service, AWS or Pulumi did not do its part. */
  failed: 3,
  interrupted: 130,
} as const;

export type Ending = Exclude<keyof typeof EXIT_STATUS, "done">;

/** Ends a command. Its sentence goes to stderr; without one everything has been said. */
export class CommandEnd extends Error {
  constructor(
    readonly ending: Ending,
    sentence = "",
    options?: ErrorOptions,
  ) {
    super(sentence, options);
  }
}
