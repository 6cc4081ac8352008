import { DEV_USERS } from "../../web/session/dev-users.js";
import type { Account } from "./sign-in-options.js";

/** The development users as people who sign in, in the groups that their tokens name. */
export const DEV_ACCOUNTS: readonly Account[] = DEV_USERS.map(({ sub, nickname, ...user }) => ({
  sub,
  nickname,
  ...("groups" in user && { "cognito:groups": user.groups }),
}));
