import { expect, it } from "vitest";
import { tokenRequired } from "../../../cli/doctor/token-required.js";
import { examineService, json, refusal } from "../../support/cli/examine.js";

it("holds where a missing and a forged token are both refused", async () => {
  const [finding] = await examineService(tokenRequired, () => refusal(401, "Unauthorized"));
  expect(finding?.kind).toBe("holds");
});

it("fails where anybody may read", async () => {
  const [finding] = await examineService(tokenRequired, () => json({ items: [] }));
  expect(finding?.command).toBe(
    'aws lambda put-function-concurrency --function-name "$GRADER" --reserved-concurrent-executions 0',
  );
  expect(finding?.sentence).toContain("anybody can read it");
});

it("fails where a forged token is taken", async () => {
  const [finding] = await examineService(tokenRequired, ({ headers }) =>
    headers.has("Authorization") ? json({ items: [] }) : refusal(401, "Unauthorized"),
  );
  expect(finding?.sentence).toContain("with a forged token is answered");
});

it("fails where the pool's keys are out of reach", async () => {
  const [finding] = await examineService(tokenRequired, ({ headers }) =>
    headers.has("Authorization")
      ? refusal(503, "IdentityProviderUnavailable")
      : refusal(401, "Unauthorized"),
  );
  expect(finding?.sentence).toContain("503 IdentityProviderUnavailable");
  expect(finding?.command).toContain('aws logs tail "/aws/lambda/$GRADER"');
});
