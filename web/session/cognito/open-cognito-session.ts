import type { TokenEndpointResponse } from "oauth4webapi";
import type { Opening } from "../opening.js";
import type { Session } from "../session.js";
import type { Settings, SignInSettings } from "../settings.js";
import { cognitoSession } from "./cognito-session.js";
import { takeAttempt } from "./sign-in-attempt.js";
import { toSignInFault } from "./sign-in-fault.js";
import { type SignInPage, signInPage } from "./sign-in-page.js";
import { isSignedOut, markSignedOut } from "./signed-out-mark.js";

/**
 * Whoever comes is sent to the sign-in page, where a session of earlier leads straight back, and returns to
 * the place that was asked for. Who has signed out, or could not sign in, is asked first.
 */
export async function openCognitoSession(
  signIn: SignInSettings,
  { signsBody = false, clockSkewSeconds }: Settings,
): Promise<Opening> {
  const page = signInPage(signIn, clockSkewSeconds);
  const enter = async (): Promise<Opening> => {
    markSignedOut(false);
    const isLeft = await page.enter(location.hash);
    return isLeft ? { kind: "leaving" } : { kind: "refused", fault: "CookiesBlocked", enter };
  };
  const open = (tokens: TokenEndpointResponse) =>
    cognitoSession(tokens, page, signIn.staffGroup, signsBody);
  const address = new URL(location.href);
  const state = address.searchParams.get("state");
  if (state !== null) return comeBack(address, state, page, open, enter);
  return isSignedOut() ? { kind: "signedOut", enter } : enter();
}

async function comeBack(
  address: URL,
  state: string,
  page: SignInPage,
  open: (tokens: TokenEndpointResponse) => Session,
  enter: () => Promise<Opening>,
): Promise<Opening> {
  const attempt = takeAttempt(state);
  // Neither a reload nor a bookmark is to bring the code again.
  history.replaceState(null, "", `/${attempt?.place ?? ""}`);
  if (attempt === undefined) return { kind: "refused", fault: "StateMismatch", enter };
  try {
    const tokens = await page.redeem(address, state, attempt);
    return { kind: "open", session: open(tokens) };
  } catch (error) {
    return { kind: "refused", fault: toSignInFault(error), enter };
  }
}
