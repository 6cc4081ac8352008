import { DEV_USERS } from "../../web/session/dev-users.js";
import type { PageSignIn } from "../http/page.js";
import type { LocalUserPool } from "./cognito.js";
import { startSignInPage } from "./sign-in-page.js";

/** The server itself takes pages of this machine only. */
const RETURN_URL = /^http:\/\/(?:127\.0\.0\.1|localhost):\d+\/$/;

export interface LocalSignIn {
  /** What the page is told of it. */
  readonly settings: PageSignIn;
  close(): Promise<void>;
}

/** Where the development users sign in, whatever port the server has. */
export async function startLocalSignIn(userPool: LocalUserPool): Promise<LocalSignIn> {
  const isReturnUrl = (url: string) => RETURN_URL.test(url);
  const { url, close } = await startSignInPage({ userPool, accounts: DEV_USERS, isReturnUrl });
  const { issuer: authority, clientId } = userPool;
  return { settings: { authority, clientId, domain: url }, close };
}
