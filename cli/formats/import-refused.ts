import { CommandEnd } from "../command-end.js";

/** What cannot be carried over; the sentence names the member that is the cause. */
export class ImportRefused extends CommandEnd {
  constructor(member: string, why: string, options?: ErrorOptions) {
    super("no", `${member}: ${why} Nothing was written.`, options);
  }
}
