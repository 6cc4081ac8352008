const NAME = "edge-grader/signed-out";

/** Whether somebody left on purpose, who is not to be signed in again by a mere reload. */
export function isSignedOut(): boolean {
  try {
    return sessionStorage.getItem(NAME) !== null;
  } catch {
    return false;
  }
}

export function markSignedOut(isOut: boolean): void {
  try {
    if (isOut) sessionStorage.setItem(NAME, "");
    else sessionStorage.removeItem(NAME);
  } catch {
    // A browser that keeps nothing lets nobody sign in either.
  }
}
