import type { Account } from "./sign-in-options.js";

/** The form, on which one is whom one likes. */
export function signInForm(accounts: readonly Account[]): string {
  const buttons = accounts.map(
    ({ sub, nickname }) =>
      `<p><button name="sub" value="${escaped(sub)}">${escaped(nickname)}</button></p>`,
  );
  return `<!DOCTYPE html>
<html lang="en">
  <head><meta charset="utf-8"><title>Sign in</title></head>
  <body>
    <h1>Sign in</h1>
    <p>In place of Cognito's own page, which would ask for a password.</p>
    <form method="post">
      ${buttons.join("\n      ")}
      <p><button name="sub" value="">Nobody</button></p>
    </form>
  </body>
</html>
`;
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
