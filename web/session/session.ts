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
  /** A Cognito ID token of this user. */
  getIdToken(user: User): Promise<string>;
}
