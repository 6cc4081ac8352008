import { createGraderClient, type ExactGraderClient } from "../../client/create-grader-client.js";
import type { Session, User } from "../session/session.js";

/** The service as this user, with the values of custom tests to the digit. */
export function graderFor(session: Session, user: User): ExactGraderClient {
  return createGraderClient({
    baseUrl: "",
    // Always a new one: the server may have been started again with other keys.
    getIdToken: () => session.getIdToken(user),
    signsBody: session.signsBody,
    exactValues: true,
  });
}
