import { logCommand } from "./api-function.js";
import { askService, told } from "./ask-service.js";
import { fails, holds } from "./finding.js";
import { stage } from "./stage.js";

export const token = stage({
  name: "token",
  needs: ["service", "token"],
  proves: "token",
  async run(known) {
    const answer = await askService(known, "/problems?pageSize=100", known);
    if (answer.status === 200) {
      const { count, lastEvaluatedKey } = answer.body ?? {};
      const more = lastEvaluatedKey === null ? "" : " and more";
      return [holds(`It is taken. ${String(count)}${more} problems are listed.`)];
    }
    if (answer.status === 404) {
      return [holds("It is taken. The table of problems has no index to list them by.")];
    }
    if (answer.status === 401) {
      return [
        fails(
          `It is not taken: ${told(answer)}. It has to be an ID token of the stack's pool and client, an hour old at most.`,
          `node -p 'Buffer.from(process.argv[1].split(".")[1], "base64url").toString()' "$TOKEN"`,
        ),
      ];
    }
    return [fails(`GET /problems answers ${told(answer)}.`, logCommand(known))];
  },
});
