import type { LocalUserPool } from "./cognito.js";

/** Somebody who has an account here. */
export interface Account {
  readonly sub: string;
  readonly nickname: string;
  readonly "cognito:groups"?: readonly string[];
}

/** What can go wrong on purpose, once each time that it is asked for. */
export type SignInMishap =
  /** The form sends people back with this error instead of a code. */
  | { readonly at: "authorize"; readonly error: string; readonly description: string }
  /** The next request for tokens is answered by this. */
  | { readonly at: "token"; readonly status: number; readonly error: string }
  /** The next ID token was issued this long ago. */
  | { readonly at: "clock"; readonly secondsAgo: number };

export interface SignInPageOptions {
  readonly userPool: LocalUserPool;
  readonly accounts: readonly Account[];
  /** Where people may be sent back to. */
  readonly isReturnUrl: (url: string) => boolean;
  /** How long an ID token lasts; an hour, as the stack has it. */
  readonly idTokenSeconds?: number;
}
