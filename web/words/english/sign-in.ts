import type { SignInFault } from "../../session/cognito/sign-in-fault.js";

/** Of signing in and out. */
export const signIn = {
  signIn: "Sign in",
  signOut: "Sign out",
  leaving: "You are being taken to the sign-in page…",
  signedOut: "You have signed out",
  signedOutHint: "What you have written is kept in this browser.",
  ended: "Your sign-in has ended. Sign in again to go on; what you have written is kept.",
  refused: "You could not be signed in",
  notLoaded: "The page could not be loaded",
  notLoadedHint: "The site does not answer. Check your connection, then try again.",
  tryAgain: "Try again",
  faults: {
    AccessDenied:
      "The sign-in page refused your account. If you may use this site, ask whoever gave you the account.",
    NotConfirmed:
      "Your account is not confirmed yet. Open the mail that was sent to you, or ask whoever gave you the account.",
    SignInUnreachable:
      "The sign-in page does not answer. Check your connection, then sign in again.",
    ClockSkew:
      "The clock of this device is wrong, so that your sign-in looks out of date. Set date and time, then sign in again.",
    CodeExpired: "That took too long, or this sign-in was used already. Sign in again.",
    StateMismatch:
      "This sign-in was begun in another tab or too long ago. Sign in again from here.",
    CookiesBlocked:
      "Your browser keeps nothing for this site, which signing in needs. Allow cookies and site data for it, then sign in again.",
    SignInFailed:
      "Something went wrong on the way from the sign-in page. Sign in again; if it stays so, tell whoever looks after this site.",
  } satisfies Readonly<Record<SignInFault, string>> as Readonly<Record<SignInFault, string>>,
};
