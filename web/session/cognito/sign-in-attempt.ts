/** What has to be known again when a browser comes back from the sign-in page. */
export interface SignInAttempt {
  readonly codeVerifier: string;
  readonly nonce: string;
  /** The part of the page's address behind the #. */
  readonly place: string;
}

const nameOf = (state: string) => `edge-grader/sign-in/${state}`;

/**
 * Keeps an attempt for this tab under its state.
 *
 * @returns whether the browser could
 */
export function keepAttempt(state: string, attempt: SignInAttempt): boolean {
  try {
    sessionStorage.setItem(nameOf(state), JSON.stringify(attempt));
    return true;
  } catch {
    return false;
  }
}

/** The attempt of this state, which is then gone: it serves once. */
export function takeAttempt(state: string): SignInAttempt | undefined {
  try {
    const text = sessionStorage.getItem(nameOf(state));
    sessionStorage.removeItem(nameOf(state));
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
