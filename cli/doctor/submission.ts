import { randomUUID } from "node:crypto";
import { toolCommand } from "../tool-command.js";
import { logCommand } from "./api-function.js";
import { askService, told } from "./ask-service.js";
import { type Finding, fails, holds } from "./finding.js";
import { serviceOption } from "./service-option.js";
import { stage } from "./stage.js";

/** What no problem is solved by: it is the way there that is looked at. */
const CODE = "def solution(*_, **__):\n    return 'doctor'\n";

export const submission = stage({
  name: "submission",
  needs: ["service", "token", "runsCode", "problemId"],
  async run(known) {
    const { token, problemId } = known;
    const submissionId = `doctor-${randomUUID()}`;
    const answer = await askService(known, "/grade", {
      token,
      body: { problemId, submissionId, userCode: CODE },
    });
    if (answer.status === 404) {
      return [
        fails(
          `There is no problem ${problemId}: ${told(answer)}.`,
          toolCommand(known.env, "problem", "list", ...serviceOption(known)),
        ),
      ];
    }
    if (answer.status !== 200) {
      return [fails(`A submission of ${problemId}: ${told(answer)}.`, logCommand(known))];
    }
    const { status, errorMessage } = answer.body ?? {};
    if (status === "INTERNAL_ERROR") {
      return [
        fails(
          `A submission of ${problemId} is INTERNAL_ERROR: ${String(errorMessage)}`,
          logCommand(known),
        ),
      ];
    }
    const findings: Finding[] = [
      holds(`A submission of ${problemId} is graded: ${String(status)}.`),
    ];
    const stored = await askService(known, `/submissions/${submissionId}`, { token });
    const { userId } = stored.body ?? {};
    const erase = toolCommand(
      known.env,
      "user",
      "erase",
      String(userId ?? "<sub>"),
      ...serviceOption(known),
    );
    const left = `Reports and the class view list it under its author; this removes all that the author has: ${erase}`;
    const isWhole = stored.body?.status === status && stored.body?.userCode === CODE;
    findings.push(
      stored.status === 200 && isWhole
        ? holds(`It is stored, and read back whole: ${submissionId}. ${left}`)
        : fails(`What was stored of it is not read back: ${told(stored)}.`, logCommand(known)),
    );
    return findings;
  },
});
