import { expect, it } from "vitest";
import { securityHeaders } from "../../../cli/doctor/security-headers.js";
import { NOTHING } from "../../../infra/edge/security-headers.js";
import { examineService, json } from "../../support/cli/examine.js";

const ALL: Record<string, string> = {
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Content-Security-Policy": NOTHING,
};

it("holds where all of them are delivered", async () => {
  const [finding] = await examineService(securityHeaders, () => json({}, 200, ALL));
  expect(finding?.kind).toBe("holds");
});

it.each(Object.keys(ALL))("fails without %s", async (name) => {
  const { [name]: _, ...others } = ALL;
  const [finding] = await examineService(securityHeaders, () => json({}, 200, others));
  expect(finding).toMatchObject({ kind: "fails", command: "npx pulumi up --refresh" });
  expect(finding?.sentence).toContain(name);
});

it("fails where errors lack them", async () => {
  const [finding] = await examineService(securityHeaders, ({ url }) =>
    url.endsWith("/health") ? json({}, 200, ALL) : json({}, 401),
  );
  expect(finding?.sentence).toMatch(/^GET \/submissions is delivered without/);
});
