import type { DevUser } from "../../dev-users.js";
import { fetchJson } from "./fetch-json.js";

/** A token of the development server, which gives one to anybody. */
export async function issueIdToken(user: DevUser): Promise<string> {
  const answer = await fetchJson("/dev/token", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(user),
  });
  return (answer as { idToken: string }).idToken;
}
