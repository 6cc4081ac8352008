import type {
  Policies,
  PolicyResource,
  ReportViolation,
  ResourceValidationArgs,
} from "@pulumi/policy";
import { policies } from "../../../infra/policies/policies.js";
import type { RegisteredResource } from "./recording-monitor.js";

type Rule = Policies[number];
type Constructor = Parameters<PolicyResource["isType"]>[0];

/** A rule has nothing to say about a resource of this type. */
class NotApplicable extends Error {}

export function rule(name: string): Rule {
  const found = policies.find((policy) => policy.name === name);
  if (found === undefined) throw new Error(`There is no rule ${name}`);
  return found;
}

export interface Verdict {
  readonly violations: readonly string[];
  /** Whether the rule looked at any of the resources. */
  readonly isApplied: boolean;
}

/** What a rule says of these resources, called as Pulumi calls it. */
export async function check(
  policy: Rule,
  resources: readonly RegisteredResource[],
): Promise<Verdict> {
  const violations: string[] = [];
  const report: ReportViolation = (message) => void violations.push(message);
  let isApplied = false;
  const apply = async (validate: () => unknown) => {
    try {
      await validate();
      isApplied = true;
    } catch (error) {
      if (!(error instanceof NotApplicable)) throw error;
    }
  };
  if ("validateStack" in policy) {
    const args = { ...NO_SETTINGS, resources: resources.map(afterCreation) };
    await apply(() => policy.validateStack(args, report));
  } else {
    for (const validate of [policy.validateResource ?? []].flat()) {
      for (const resource of resources) {
        await apply(() => validate(beforeCreation(resource), report));
      }
    }
  }
  return { violations, isApplied };
}

const NO_SETTINGS = {
  stackTags: new Map<string, string>(),
  getConfig: <T>() => ({}) as T,
  notApplicable(): never {
    throw new NotApplicable();
  },
};

/** Rules of one resource see what the program asks for. */
function beforeCreation(resource: RegisteredResource): ResourceValidationArgs {
  const isType = (type: Constructor) => isOfType(resource, type);
  return {
    ...NO_SETTINGS,
    ...common(resource, resource.inputs),
    isType,
    asType: () => undefined,
  };
}

/** Rules of the whole stack see what came of it. */
function afterCreation(resource: RegisteredResource): PolicyResource {
  return {
    ...common(resource, resource.state),
    dependencies: [],
    propertyDependencies: {},
    isType: (type) => isOfType(resource, type),
    // biome-ignore lint/suspicious/noExplicitAny: it is whatever was asked for
    asType: (type) => (isOfType(resource, type) ? (resource.state as any) : undefined),
  };
}

function common({ type, name, urn, isProtected }: RegisteredResource, props: object) {
  const opts = {
    protect: isProtected,
    ignoreChanges: [],
    aliases: [],
    customTimeouts: { createSeconds: 0, updateSeconds: 0, deleteSeconds: 0 },
    additionalSecretOutputs: [],
  };
  return { type, name, urn, props, opts };
}

function isOfType({ type }: RegisteredResource, wanted: Constructor): boolean {
  return (wanted as unknown as { __pulumiType: string }).__pulumiType === type;
}
