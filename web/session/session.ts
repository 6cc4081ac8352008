/** A person as the page shows and tells apart. */
export interface User {
  readonly sub: string;
  readonly nickname: string;
  /** Whether the service shows them everybody's code. */
  readonly isStaff?: boolean;
}

/** Who uses the page, and what proves it to the service. */
export interface Session {
  /** Who may use the page here; the first is whoever comes for the first time. */
  readonly users: readonly [User, ...User[]];
  /** Whether a request has to bring the digest of its body. */
  readonly signsBody: boolean;
  /**
   * A Cognito ID token of this user.
   *
   * @throws GraderError with `SignInEnded` when there is none to be had any more
   */
  getIdToken(user: User): Promise<string>;
  /** Undefined where anybody may be anybody. */
  readonly signedIn?: SignedIn;
}

/** What somebody who has signed in can do about it. */
export interface SignedIn {
  /** Ends the session here, in other tabs, and at the sign-in page. */
  signOut(): Promise<void>;
  /** Goes to the sign-in page, from where one comes back to the very same place. */
  signInAgain(): Promise<void>;
  /**
   * Has it told, once, that the session cannot go on.
   *
   * @returns how to stop listening
   */
  onEnd(listener: () => void): () => void;
}
