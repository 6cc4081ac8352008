import type { Answer, World } from "../world.js";

/** A body that is graded without complaint wherever the problem `echo` exists. */
export const GOOD_BODY = { userCode: "def solution(data): return data", problemId: "echo" };

/** The origin that requests of `postGrade` come from. */
export const SITE = "https://site.example";

/** `POST /grade` with every header in the test's hands; null leaves one of the usual ones out. */
export async function postGrade(
  world: World,
  {
    headers = {},
    body = JSON.stringify(GOOD_BODY),
    method = "POST",
    path = "/grade",
  }: {
    headers?: Readonly<Record<string, string | null>>;
    body?: string | Uint8Array<ArrayBuffer> | null;
    method?: string;
    path?: string;
  },
): Promise<Answer> {
  const idToken = await world.stack.userPool.issueIdToken({ sub: "student-1", nickname: "One" });
  const all = {
    Authorization: `Bearer ${idToken}`,
    "Content-Type": "application/json",
    Origin: SITE,
    ...headers,
  };
  const sent = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
  return world.request(path, { method, headers: sent, body });
}

/** Stores a problem that a mock executor solves: every case expects its own input. */
export async function putEchoProblem(world: World, inputs: readonly unknown[] = [1, 2]) {
  const finalTestCases = inputs.map((input) => ({ input, expected_output: input }));
  await world.putProblem({ problemId: "echo", finalTestCases });
}
