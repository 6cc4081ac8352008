import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { explainFailure } from "../explain-failure.js";
import { fails, holds } from "./finding.js";
import { stage } from "./stage.js";

export const identity = stage({
  name: "identity",
  needs: ["clients", "deployed"],
  proves: "clients",
  async run({ clients, signal }) {
    try {
      const { Account, Arn } = await clients.identity.send(new GetCallerIdentityCommand({}), {
        abortSignal: signal,
      });
      return [holds(`Account ${Account}, as ${Arn}.`)];
    } catch (error) {
      signal.throwIfAborted();
      return [fails(explainFailure(error).split("\n", 1)[0] ?? "", "aws sts get-caller-identity")];
    }
  },
});
