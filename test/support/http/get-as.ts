import type { TokenClaims } from "../../../dev/cognito/cognito.js";
import type { Answer, World } from "../world.js";

/** `GET` of a path as this user (student-1 by default). */
export async function getAs(
  world: World,
  path: string,
  user: TokenClaims = { sub: "student-1", nickname: "Student One" },
): Promise<Answer> {
  const idToken = await world.stack.userPool.issueIdToken(user);
  return world.request(path, { headers: { Authorization: `Bearer ${idToken}` } });
}
