import { logCommand } from "./api-function.js";
import { type Answer, askService, told } from "./ask-service.js";
import { type Finding, fails, holds } from "./finding.js";
import type { Known } from "./known.js";
import { REDEPLOY, SHOW_ADDRESS, SHOW_QUOTA } from "./remedies.js";
import { stage } from "./stage.js";

export const health = stage({
  name: "health",
  needs: ["service"],
  proves: "service",
  async run(known) {
    const answer = await askService(known, "/health");
    if (answer.status === 200 && answer.body?.status === "ok") {
      return [holds("GET /health answers 200.")];
    }
    return [explain(answer, known)];
  },
});

/** What a refusal of `/health` comes from, as whoever answered in the API's place can be told by its answer. */
function explain(answer: Answer, known: Known): Finding {
  const { status, body, text } = answer;
  const found = CAUSES.find((cause) => cause.status === status && (cause.says?.test(text) ?? true));
  const sentence = `GET /health answers ${told(answer)}`;
  if (found !== undefined) {
    const command = found.isInLog ? logCommand(known) : found.command;
    return fails(`${sentence}: ${found.means}`, command);
  }
  return body === undefined
    ? fails(
        `${sentence}, and not as this service does: is the address right?`,
        known.deployed && SHOW_ADDRESS,
      )
    : fails(`${sentence} instead of 200.`, logCommand(known));
}

interface Cause {
  readonly status: number;
  readonly says?: RegExp;
  readonly means: string;
  readonly command?: string;
  /** Whether the log has the rest. */
  readonly isInLog?: true;
}

const CAUSES: readonly Cause[] = [
  {
    status: 403,
    says: /"code":\s*"Forbidden"/,
    means:
      "the API was not called through CloudFront, or CloudFront sends a secret that it does not take.",
    command: REDEPLOY,
  },
  {
    status: 403,
    says: /Function URL authorization|AccessDeniedException/,
    means:
      "the function URL lets nobody in: one of its two permissions is missing, or an organization's policy forbids it.",
    command: REDEPLOY,
  },
  {
    status: 403,
    says: /InvalidSignature/,
    means: "CloudFront signs, and the function does not take its signature.",
    command: REDEPLOY,
  },
  {
    status: 403,
    says: /<html/i,
    means: "CloudFront itself refuses: http://, or a host that is no alias of the distribution.",
    command: "npx pulumi config get domainName",
  },
  {
    status: 429,
    means: "the web ACL's limit, or no concurrency left for the API.",
    command: SHOW_QUOTA,
  },
  { status: 502, means: "the API does not start, or crashes; its log says why.", isInLog: true },
  {
    status: 504,
    means: "the API did not answer within originReadTimeoutSeconds.",
    isInLog: true,
  },
];
