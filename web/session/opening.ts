import type { SignInFault } from "./cognito/sign-in-fault.js";
import type { Session } from "./session.js";

/** What there is to begin with: a session, or somebody who is asked to sign in. */
export type Opening =
  | { readonly kind: "open"; readonly session: Session }
  | { readonly kind: "signedOut"; readonly enter: () => Promise<Opening> }
  | {
      readonly kind: "refused";
      readonly fault: SignInFault;
      readonly enter: () => Promise<Opening>;
    }
  /** The browser is on its way to the sign-in page. */
  | { readonly kind: "leaving" };
