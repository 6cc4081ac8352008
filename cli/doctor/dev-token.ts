import { CommandEnd } from "../command-end.js";
import { askService, told } from "./ask-service.js";

/** A token of a dev server, which gives them to anybody. */
export async function devToken(endpoint: string, signal: AbortSignal): Promise<string> {
  const answer = await askService({ service: new URL(endpoint), signal }, "/dev/token", {
    body: { sub: "doctor", nickname: "Doctor" },
  });
  const { idToken } = answer.body ?? {};
  if (typeof idToken === "string") return idToken;
  throw new CommandEnd("failed", `${endpoint}/dev/token answers ${told(answer)}.`);
}
