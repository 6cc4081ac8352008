import * as cognito from "@pulumi/aws/cognito/index.js";
import * as pulumi from "@pulumi/pulumi";
import type { AwsAccount } from "../account.js";
import { nameOf } from "../name-of.js";
import { callbackUrls, type StackConfig } from "../stack-config.js";

/** Whose ID tokens the API takes. */
export interface Identity {
  readonly userPoolId: pulumi.Output<string>;
  readonly clientIds: pulumi.Output<string[]>;
  /** Where people sign in to a pool of the stack's own. */
  readonly signInUrl: pulumi.Output<string> | undefined;
}

/** The pool and clients that the configuration names, else a pool with one public client. */
export function identity(config: StackConfig, account: AwsAccount): Identity {
  const { userPoolId, userPoolClientIds } = config;
  if (userPoolId !== undefined) {
    return {
      userPoolId: pulumi.output(userPoolId),
      clientIds: pulumi.output(userPoolClientIds),
      signInUrl: undefined,
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
  const client = publicClient(config, pool);
  return {
    userPoolId: pool.id,
    clientIds: pulumi.all([client.id]),
    signInUrl: pulumi.interpolate`https://${domain}.auth.${account.region}.amazoncognito.com`,
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

/** For a page or an app that can keep no secret: authorization code with PKCE. */
function publicClient(config: StackConfig, pool: cognito.UserPool): cognito.UserPoolClient {
  const urls = callbackUrls(config);
  return new cognito.UserPoolClient("site", {
    name: nameOf("site"),
    userPoolId: pool.id,
    generateSecret: false,
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthFlows: ["code"],
    allowedOauthScopes: ["openid", "profile", "email"],
    supportedIdentityProviders: ["COGNITO"],
    callbackUrls: urls,
    logoutUrls: urls,
    explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    readAttributes: ["email", "email_verified", "nickname"],
    writeAttributes: ["email", "nickname"],
    preventUserExistenceErrors: "ENABLED",
    enableTokenRevocation: true,
    idTokenValidity: 60,
    accessTokenValidity: 60,
    refreshTokenValidity: 30,
    tokenValidityUnits: { idToken: "minutes", accessToken: "minutes", refreshToken: "days" },
  });
}
