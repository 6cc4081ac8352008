import * as cognito from "@pulumi/aws/cognito/index.js";
import * as pulumi from "@pulumi/pulumi";
import type { AwsAccount } from "../account.js";
import { nameOf } from "../name-of.js";
import type { StackConfig } from "../stack-config.js";
import { callbackUrls, hasSite } from "./sign-in-settings.js";
import { letReturnTo, siteClient } from "./site-client.js";

/** Whose ID tokens the API takes. */
export interface Identity {
  readonly userPoolId: pulumi.Output<string>;
  readonly clientIds: pulumi.Output<string[]>;
  /** Where people sign in to a pool of the stack's own, or to one that the page is for. */
  readonly signInUrl: pulumi.Output<string> | undefined;
  /** Has people return to the page at this address when they have signed in. */
  letReturnTo(siteUrl: pulumi.Output<string>): void;
}

/** The pool and clients that the configuration names, else a pool with one public client. */
export function identity(config: StackConfig, account: AwsAccount): Identity {
  const { userPoolId, userPoolClientIds } = config;
  if (userPoolId !== undefined) {
    return {
      userPoolId: pulumi.output(userPoolId),
      clientIds: pulumi.output(userPoolClientIds),
      signInUrl: config.signInUrl === undefined ? undefined : pulumi.output(config.signInUrl),
      // Whose client it is says where it leads back to.
      letReturnTo() {},
    };
  }
  const pool = userPool(config);
  const { domain } = new cognito.UserPoolDomain("sign-in", {
    userPoolId: pool.id,
    domain: pulumi.interpolate`${nameOf("sign-in")}-${account.id}`,
    // The classic pages: the newer ones need a style of their own, without which they are not shown.
    managedLoginVersion: 1,
  });
  new cognito.UserGroup("staff", {
    name: config.staffGroup,
    userPoolId: pool.id,
    description: "Sees everything of every submission and problem",
  });
  const others = callbackUrls(config);
  // The distribution has the function behind it, and that has the client's id: where the page's address is
  // CloudFront's, it is known when both are there.
  const { domainName } = config;
  const own = hasSite(config) && domainName !== undefined ? [`https://${domainName}/`] : [];
  const isKnown = own.length > 0 || !hasSite(config);
  const client = siteClient(pool, isKnown ? [...own, ...others] : undefined);
  return {
    userPoolId: pool.id,
    clientIds: pulumi.all([client.id]),
    signInUrl: pulumi.interpolate`https://${domain}.auth.${account.region}.amazoncognito.com`,
    letReturnTo(siteUrl) {
      if (!isKnown)
        letReturnTo(
          client,
          siteUrl.apply((url) => [`${url}/`, ...others]),
        );
    },
  };
}

function userPool({ ephemeral, selfSignUp }: StackConfig): cognito.UserPool {
  return new cognito.UserPool(
    "users",
    {
      name: nameOf("users"),
      usernameAttributes: ["email"],
      autoVerifiedAttributes: ["email"],
      usernameConfiguration: { caseSensitive: false },
      // The author's name on a submission.
      schemas: [
        {
          name: "nickname",
          attributeDataType: "String",
          mutable: true,
          required: true,
          // As Cognito has them: left out, every later deployment would want to change the schema.
          stringAttributeConstraints: { minLength: "0", maxLength: "2048" },
        },
      ],
      adminCreateUserConfig: { allowAdminCreateUserOnly: !selfSignUp },
      passwordPolicy: { minimumLength: 12, temporaryPasswordValidityDays: 7 },
      mfaConfiguration: "OPTIONAL",
      softwareTokenMfaConfiguration: { enabled: true },
      accountRecoverySetting: {
        recoveryMechanisms: [{ name: "verified_email", priority: 1 }],
      },
      deletionProtection: ephemeral ? "INACTIVE" : "ACTIVE",
    },
    { protect: !ephemeral },
  );
}
