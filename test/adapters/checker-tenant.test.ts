import { expect, it } from "vitest";
import { checkerTenantId } from "../../api/adapters/checker-tenant.js";
import { requireTenantId } from "../../dev/lambda/tenant-id.js";

it("is made of the problem's id, so that each checker has environments of its own", async () => {
  // printf two-sum | sha256sum
  expect(await checkerTenantId("two-sum")).toBe("checker/f89f80af5616db0a73268834f2581ee4");
  expect(await checkerTenantId("two-sum ")).not.toBe(await checkerTenantId("two-sum"));
});

it.each(["p", "두 수의 합", "a/b?c=d", "x".repeat(2048)])(
  "is one that AWS takes, for %j",
  async (id) => {
    const tenantId = await checkerTenantId(id);
    expect(requireTenantId(tenantId, true)).toBe(tenantId);
  },
);
