import { fetchJson } from "../service/fetch-json.js";
import { DEV_USERS, type DevUser } from "./dev-users.js";
import type { Session, User } from "./session.js";

/** A token serves the requests of one view; after that the server may have been started again with other keys. */
const REUSED_FOR_MS = 5000;

let last:
  | { readonly sub: string; readonly atMs: number; readonly token: Promise<string> }
  | undefined;

const [first, ...others] = DEV_USERS;

/** The people of the development server, which gives a token to anybody. */
export const devSession: Session = {
  users: [asUser(first), ...others.map(asUser)],
  signsBody: false,
  getIdToken(user) {
    const atMs = performance.now();
    if (last?.sub === user.sub && atMs - last.atMs < REUSED_FOR_MS) return last.token;
    const token = askForToken(user);
    last = { sub: user.sub, atMs, token };
    token.catch(() => {
      last = undefined;
    });
    return token;
  },
};

function asUser(one: DevUser): User {
  return { ...one, isStaff: "groups" in one };
}

async function askForToken({ sub }: User): Promise<string> {
  const answer = await fetchJson("/dev/token", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(DEV_USERS.find((one) => one.sub === sub)),
  });
  return (answer as { idToken: string }).idToken;
}
