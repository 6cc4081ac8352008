import { loadPart } from "../service/load-part.js";
import { devSession } from "./dev-session.js";
import type { Opening } from "./opening.js";
import type { Settings } from "./settings.js";

/** Opens the session that the settings provide for. */
export async function openSession(settings: Settings): Promise<Opening> {
  const { signIn } = settings;
  if (signIn === undefined) return { kind: "open", session: devSession };
  const { openCognitoSession } = await loadPart(() => import("./cognito/open-cognito-session.js"));
  return openCognitoSession(signIn, settings);
}
