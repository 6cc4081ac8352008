import { fetchJson } from "../service/fetch-json.js";
import { DEV_USERS } from "./dev-users.js";
import type { Session } from "./session.js";

/** The people of the development server, which gives a token to anybody. */
export const devSession: Session = {
  users: DEV_USERS,
  async getIdToken({ sub, nickname }) {
    const answer = await fetchJson("/dev/token", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ sub, nickname }),
    });
    return (answer as { idToken: string }).idToken;
  },
};
