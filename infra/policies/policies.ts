import type { Policies } from "@pulumi/policy";
import { dataPolicies } from "./data-policies.js";
import { edgePolicies } from "./edge-policies.js";
import { functionPolicies } from "./function-policies.js";
import { iamPolicies } from "./iam-policies.js";

/** What the stack promises, as rules that Pulumi enforces: `pulumi up --policy-pack infra/policy-pack`. */
export const policies: Policies = [
  ...dataPolicies,
  ...iamPolicies,
  ...functionPolicies,
  ...edgePolicies,
];
