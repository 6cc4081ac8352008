import { CommandEnd } from "../command-end.js";
import { PulumiRefused, runPulumi } from "../target/run-pulumi.js";
import { fails, holds, skipped } from "./finding.js";
import { stage } from "./stage.js";

export const preview = stage({
  name: "preview",
  needs: ["stack"],
  async run(known) {
    const { stack } = known;
    try {
      await runPulumi(["preview", "--expect-no-changes", "--stack", stack], known);
      return [holds("What is deployed is what this checkout and its settings say.")];
    } catch (error) {
      if (error instanceof CommandEnd) return [skipped(error.message)];
      if (!(error instanceof PulumiRefused)) throw error;
      const said = error.said.trim().split("\n").at(-1) ?? "";
      return [
        /no changes were expected/i.test(error.said)
          ? fails(
              "What is deployed is not what this checkout and its settings say.",
              `npx pulumi preview --diff --stack ${stack}`,
            )
          : fails(`The preview fails: ${said}`, `npx pulumi preview --stack ${stack}`),
      ];
    }
  },
});
