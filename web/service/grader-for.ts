import { createGraderClient, type GraderClient } from "../../client/create-grader-client.js";
import type { Session, User } from "../session/session.js";
import { parseAnswer } from "./parse-answer.js";
import { sendAsWritten } from "./send-as-written.js";

/**
 * The service as this user. Inputs and return values of custom tests are JsonText on this side: what
 * is sent and what came back, to the digit.
 */
export function graderFor(session: Session, user: User): GraderClient {
  return createGraderClient({
    baseUrl: "",
    // Always a new one: the server may have been started again with other keys.
    getIdToken: () => session.getIdToken(user),
    parseJson: parseAnswer,
    fetch: sendAsWritten,
  });
}
