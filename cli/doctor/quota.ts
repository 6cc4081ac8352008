import { GetAccountSettingsCommand } from "@aws-sdk/client-lambda";
import { count } from "../count.js";
import { fails, holds, warns } from "./finding.js";
import { SHOW_QUOTA } from "./remedies.js";
import { stage } from "./stage.js";

/** https://docs.aws.amazon.com/lambda/latest/dg/tenant-isolation.html: idle environments count. */
const ENVIRONMENTS_PER_CONCURRENCY = 2.5;
/** A class that submits at once, and as many that are still busy. */
const ENOUGH = 100;

/** A quick submission takes one environment of its student's, which stays for minutes. */
export const quota = stage({
  name: "quota",
  needs: ["clients", "region"],
  async run({ clients }) {
    const { AccountLimit } = await clients.functions.send(new GetAccountSettingsCommand({}));
    const concurrency = AccountLimit?.ConcurrentExecutions;
    if (concurrency === undefined) {
      const sentence = "AWS does not tell the account's concurrency.";
      return [fails(sentence, SHOW_QUOTA)];
    }
    const students = Math.floor(concurrency * ENVIRONMENTS_PER_CONCURRENCY);
    // The API waits for the executor, and so is one more.
    const together = Math.floor(concurrency / 2);
    const sentence = `Concurrency ${count(concurrency)}: this account serves ${count(students)} students at once, of whom ${count(together)} may submit in the same second.`;
    return concurrency < ENOUGH
      ? [
          warns(
            `${sentence} Ask for more early.`,
            "aws service-quotas request-service-quota-increase --service-code lambda --quota-code L-B99A9384 --desired-value 1000",
          ),
        ]
      : [holds(sentence)];
  },
});
