import * as cognito from "@pulumi/aws/cognito/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { nameOf } from "../name-of.js";

/** For a page or an app that can keep no secret. */
const PUBLIC_CLIENT = {
  explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
  readAttributes: ["email", "email_verified", "nickname"],
  writeAttributes: ["email", "nickname"],
  preventUserExistenceErrors: "ENABLED",
  enableTokenRevocation: true,
  idTokenValidity: 60,
  accessTokenValidity: 60,
  refreshTokenValidity: 30,
  tokenValidityUnits: { idToken: "minutes", accessToken: "minutes", refreshToken: "days" },
};

/** The sign-in page's authorization code with PKCE. */
const CODE_FLOW = {
  allowedOauthFlowsUserPoolClient: true,
  allowedOauthFlows: ["code"],
  allowedOauthScopes: ["openid", "profile", "email"],
  supportedIdentityProviders: ["COGNITO"],
};

/**
 * The client of the page and of whatever else signs in to the pool.
 *
 * @param returnUrls where the sign-in page may lead back to; undefined where that is not known yet, and
 * nobody can sign in there until `letReturnTo` says so
 */
export function siteClient(
  pool: cognito.UserPool,
  returnUrls: readonly string[] | undefined,
): cognito.UserPoolClient {
  return new cognito.UserPoolClient("site", {
    name: nameOf("site"),
    userPoolId: pool.id,
    generateSecret: false,
    ...PUBLIC_CLIENT,
    ...(returnUrls && { ...CODE_FLOW, callbackUrls: [...returnUrls], logoutUrls: [...returnUrls] }),
  });
}

/**
 * Has the sign-in page lead back to these addresses, which came to be after the client. Whatever one of
 * the two resources says of the client, the other says as well, so that neither undoes it.
 */
export function letReturnTo(
  client: cognito.UserPoolClient,
  returnUrls: pulumi.Output<string[]>,
): cognito.ManagedUserPoolClient {
  return new cognito.ManagedUserPoolClient(
    "site-sign-in",
    {
      userPoolId: client.userPoolId,
      namePattern: client.name.apply((name) => `^${name}$`),
      ...PUBLIC_CLIENT,
      ...CODE_FLOW,
      callbackUrls: returnUrls,
      logoutUrls: returnUrls,
    },
    { dependsOn: [client] },
  );
}
