import { InvokeError } from "./invoke-error.js";

// Length and characters as the Invoke API has them.
const TENANT_ID = /^[a-zA-Z0-9._:/=+\-@ ]{1,256}$/;

/**
 * The tenant id where the function's isolation mode wants one, and undefined where it wants none.
 * @throws InvokeError InvalidParameterValueException for one missing, unwanted or malformed.
 */
export function requireTenantId(
  tenantId: string | undefined,
  tenantIsolation: boolean,
): string | undefined {
  const problem = tenantIdProblem(tenantId, tenantIsolation);
  if (problem !== undefined) throw new InvokeError("InvalidParameterValueException", problem);
  return tenantId;
}

function tenantIdProblem(tenantId: string | undefined, isWanted: boolean): string | undefined {
  if (!isWanted) {
    return tenantId === undefined
      ? undefined
      : "A tenant ID was passed to a function without tenant isolation.";
  }
  if (tenantId === undefined) return "This function has tenant isolation: a tenant ID is required.";
  return TENANT_ID.test(tenantId) ? undefined : `The tenant ID must match ${TENANT_ID.source}`;
}
