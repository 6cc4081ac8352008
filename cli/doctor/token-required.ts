import { apiCommand, logCommand } from "./api-function.js";
import { askService, told } from "./ask-service.js";
import { fails, holds } from "./finding.js";
import { stage } from "./stage.js";

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
/** Of the right form, signed by nobody. */
const FORGED = [
  part({ alg: "RS256", kid: "doctor" }),
  part({ sub: "doctor", token_use: "id", exp: 4_000_000_000 }),
  "c2lnbmF0dXJl",
].join(".");

const offTheNet = (name: string) =>
  `aws lambda put-function-concurrency --function-name "${name}" --reserved-concurrent-executions 0`;

export const tokenRequired = stage({
  name: "token required",
  needs: ["service"],
  async run(known) {
    const asked = [
      ["without a token", {}],
      ["with a forged token", { token: FORGED }],
    ] as const;
    for (const [how, question] of asked) {
      const answer = await askService(known, "/submissions", question);
      if (answer.status === 200) {
        const sentence = `GET /submissions ${how} is answered: anybody can read it. Take it off the net.`;
        return [fails(sentence, apiCommand(known, offTheNet))];
      }
      if (answer.status !== 401 || answer.body?.code !== "Unauthorized") {
        const sentence = `GET /submissions ${how} answers ${told(answer)} instead of a 401.`;
        return [fails(sentence, logCommand(known))];
      }
    }
    return [holds("A missing and a forged token are both a 401.")];
  },
});
