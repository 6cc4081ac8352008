import { getValidatedIdTokenClaims, type TokenEndpointResponse } from "oauth4webapi";
import type { Session, User } from "../session.js";
import { idTokens } from "./id-tokens.js";
import type { SignInPage } from "./sign-in-page.js";
import { markSignedOut } from "./signed-out-mark.js";

/** Tells the other tabs of this site that somebody has signed out. */
const CHANNEL = "edge-grader/session";

/** The session of whoever has signed in. Its tokens are in memory only and end with the tab. */
export function cognitoSession(
  tokens: TokenEndpointResponse,
  page: SignInPage,
  staffGroup: string,
  signsBody: boolean,
): Session {
  const listeners = new Set<() => void>();
  let isOver = false;
  const held = idTokens(tokens, page.refresh, () => {
    isOver = true;
    for (const listener of listeners) listener();
  });
  const others = new BroadcastChannel(CHANNEL);
  others.onmessage = () => held.end();
  return {
    users: [userOf(tokens, staffGroup)],
    signsBody,
    getIdToken: () => held.current(),
    signedIn: {
      async signOut() {
        const { refreshToken } = held;
        markSignedOut(true);
        others.postMessage("signedOut");
        // Whether it can be revoked or not, nobody here has it any more.
        if (refreshToken !== undefined) await page.revoke(refreshToken).catch(() => {});
        page.leave();
      },
      async signInAgain() {
        await page.enter(location.hash);
      },
      onEnd(listener) {
        if (isOver) listener();
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}

function userOf(tokens: TokenEndpointResponse, staffGroup: string): User {
  const claims = getValidatedIdTokenClaims(tokens);
  const sub = claims?.sub ?? "";
  const names = [claims?.nickname, claims?.["cognito:username"]];
  const groups = claims?.["cognito:groups"];
  const isStaff = Array.isArray(groups) && groups.includes(staffGroup);
  return { sub, nickname: names.find(isName) ?? sub, isStaff };
}

const isName = (value: unknown): value is string => typeof value === "string" && value !== "";
