import * as pulumi from "@pulumi/pulumi";

/** A resource's name in the account: what it is, of which project and stack. */
export function nameOf(what: string): string {
  return `${pulumi.getProject()}-${what}-${pulumi.getStack()}`;
}
