import type { PageSignIn } from "../http/page.js";
import type { LocalUserPool } from "./cognito.js";
import { DEV_ACCOUNTS } from "./dev-accounts.js";
import { startSignInPage } from "./sign-in-page.js";

/** The server itself takes pages of this machine only. */
const RETURN_URL = /^http:\/\/(?:127\.0\.0\.1|localhost):\d+\/$/;

export interface LocalSignIn {
  /** What the page is told of it. */
  readonly settings: PageSignIn;
  close(): Promise<void>;
}

/** Where the development users sign in, whatever port the server has. */
export async function startLocalSignIn(
  userPool: LocalUserPool,
  staffGroup: string,
): Promise<LocalSignIn> {
  const isReturnUrl = (url: string) => RETURN_URL.test(url);
  const { url, close } = await startSignInPage({ userPool, accounts: DEV_ACCOUNTS, isReturnUrl });
  const { issuer: authority, clientId } = userPool;
  return { settings: { authority, clientId, domain: url, staffGroup }, close };
}
