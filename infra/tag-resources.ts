import * as pulumi from "@pulumi/pulumi";

/**
 * Gives every resource that can have tags those that say whose it is: `project` and `stack`. A resource's
 * own come on top. What the provider calls `tagsAll` stands among the inputs of exactly those resources.
 */
export function tagResources(): void {
  const tags = { project: pulumi.getProject(), stack: pulumi.getStack() };
  pulumi.runtime.registerStackTransformation(({ props, opts }) =>
    "tagsAll" in props
      ? { props: { ...props, tags: { ...tags, ...props.tags } }, opts }
      : undefined,
  );
}
