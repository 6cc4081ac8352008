import type { LocalUserPool } from "../../../dev/cognito/cognito.js";
import type { Answer } from "./answer.js";
import { expectDescribed, linesOf } from "./expect-described.js";
import { toldLive } from "./told-live.js";

/** Who sends a request. */
export interface Student {
  readonly sub: string;
  readonly nickname?: string;
}

export interface GraderClient {
  /** Rejects when openapi.json does not describe what it is answered with. */
  request(path: string, init?: RequestInit): Promise<Answer>;
  /** `POST /grade` as this student (student-1 by default); a text body is sent as it is. */
  grade(body: unknown, student?: Student): Promise<Answer>;
}

/**
 * A client of the service at `url`, with tokens of this pool.
 *
 * @param isLive whether `grade` asks for events, of which the answer is the last
 * @param patienceMs after which a request that has not been answered whole is a failure
 */
export function graderClient(
  url: string,
  userPool: Pick<LocalUserPool, "issueIdToken">,
  patienceMs?: number,
  isLive = false,
): GraderClient {
  const request = async (path: string, init: RequestInit = {}) => {
    const signal = patienceMs === undefined ? null : AbortSignal.timeout(patienceMs);
    const answer = await readAnswer(await fetch(`${url}${path}`, { signal, ...init }));
    expectDescribed(`${url}${path}`, init, answer);
    return answer;
  };
  return {
    request,
    async grade(body, student = { sub: "student-1", nickname: "Student One" }) {
      const idToken = await userPool.issueIdToken({ ...student });
      const answer = await request("/grade", {
        method: "POST",
        headers: {
          Authorization: `Bearer ${idToken}`,
          "Content-Type": "application/json",
          ...(isLive && { Accept: "application/x-ndjson" }),
        },
        body: typeof body === "string" ? body : JSON.stringify(body),
      });
      return isLive ? toldLive(answer) : answer;
    },
  };
}

async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const isNdjson = response.headers.get("Content-Type") === "application/x-ndjson";
  const isJson = response.headers.get("Content-Type")?.includes("json") ?? false;
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: isNdjson ? linesOf(text) : isJson ? JSON.parse(text) : undefined,
  };
}
