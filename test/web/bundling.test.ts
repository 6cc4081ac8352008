import { expect, it } from "vitest";
import { page } from "../../dev/http/page.js";
import { bundlePage } from "../../pack/bundle-page.js";

it("a bundling that failed is tried again, one that went well is kept", async () => {
  let bundlings = 0;
  const bundle = () => {
    bundlings += 1;
    return bundlings === 1 ? Promise.reject(new Error("half-saved file")) : bundlePage();
  };
  const routes = page(
    { executor: "real", submissionsVisibleTo: "everyone", apiDocs: "/docs" },
    bundle,
  );
  routes.onError((error, c) => c.text(error.message, 500));
  const status = async () => (await routes.request("/")).status;
  expect([await status(), await status(), await status()]).toEqual([500, 200, 200]);
  expect(bundlings).toBe(2);
});
