import { beforeAll, describe, expect, it } from "vitest";
import { GIVEN } from "../support/configurations.js";
import { type DeployedStack, deployStack } from "../support/deployed-stack.js";

describe("a user pool that the stack creates", () => {
  let stack: DeployedStack;

  beforeAll(async () => {
    const allowedOrigins = "https://a.example,https://b.example,*";
    stack = await deployStack({ allowedOrigins, site: "false" });
  });

  it("outlives a mistake", () => {
    const pool = stack.the("cognito/userPool");
    expect(pool.isProtected).toBe(true);
    expect(pool.inputs.deletionProtection).toBe("ACTIVE");
  });

  it("asks everybody for the name that submissions show", () => {
    const [nickname, ...others] = stack.the("cognito/userPool").inputs.schemas;
    expect(others).toEqual([]);
    expect(nickname).toMatchObject({
      name: "nickname",
      attributeDataType: "String",
      required: true,
    });
  });

  it("says what it means of that attribute in full, since Cognito lets nobody change it", () => {
    const [nickname] = stack.the("cognito/userPool").inputs.schemas;
    expect(nickname).toMatchObject({
      mutable: true,
      stringAttributeConstraints: { minLength: "0", maxLength: "2048" },
    });
  });

  it("is joined by those alone whom the operator lets in", async () => {
    const closed = { allowAdminCreateUserOnly: true };
    expect(stack.the("cognito/userPool").inputs.adminCreateUserConfig).toEqual(closed);
    const open = await deployStack({ selfSignUp: "true" });
    expect(open.the("cognito/userPool").inputs.adminCreateUserConfig).toEqual({
      allowAdminCreateUserOnly: false,
    });
  });

  it("has one client: public, with PKCE's flow, able to read the nickname", () => {
    const { inputs } = stack.the("cognito/userPoolClient");
    expect(inputs).toMatchObject({
      userPoolId: "ap-northeast-2_Created01",
      generateSecret: false,
      allowedOauthFlowsUserPoolClient: true,
      allowedOauthFlows: ["code"],
      supportedIdentityProviders: ["COGNITO"],
      preventUserExistenceErrors: "ENABLED",
      enableTokenRevocation: true,
    });
    expect(inputs.allowedOauthScopes).toEqual(expect.arrayContaining(["openid", "profile"]));
    expect(inputs.readAttributes).toContain("nickname");
    expect(inputs.explicitAuthFlows).not.toContain("ALLOW_USER_PASSWORD_AUTH");
    expect(inputs.clientSecret).toBeUndefined();
  });

  it("lets the client return to every allowed origin, which * is not", () => {
    const { callbackUrls, logoutUrls } = stack.the("cognito/userPoolClient").inputs;
    expect(callbackUrls).toEqual(["https://a.example/", "https://b.example/"]);
    expect(logoutUrls).toEqual(callbackUrls);
  });

  it("has its pages at an address that is free in the whole region", () => {
    expect(stack.the("cognito/userPoolDomain").inputs).toEqual({
      userPoolId: "ap-northeast-2_Created01",
      domain: "edge-grader-sign-in-dev-123456789012",
      // The other version shows nothing without a style of its own.
      managedLoginVersion: 1,
    });
    expect(stack.outputs.signInUrl).toBe(
      "https://edge-grader-sign-in-dev-123456789012.auth.ap-northeast-2.amazoncognito.com",
    );
  });

  it("has the group of those who see everything", async () => {
    const { inputs } = stack.the("cognito/userGroup");
    expect(inputs).toMatchObject({ name: "staff", userPoolId: "ap-northeast-2_Created01" });
    expect(inputs.roleArn).toBeUndefined();
    const other = await deployStack({ staffGroup: "teachers" });
    expect(other.the("cognito/userGroup").inputs.name).toBe("teachers");
  });

  it("is the one whose tokens the API takes, and is named for the front end", () => {
    const { environment } = stack.the("lambda/function", "code-grader").inputs;
    expect(environment.variables).toMatchObject({
      COGNITO_USER_POOL_ID: "ap-northeast-2_Created01",
      COGNITO_CLIENT_IDS: "createdclient",
    });
    expect(stack.outputs).toMatchObject({
      userPoolId: "ap-northeast-2_Created01",
      userPoolClientId: "createdclient",
    });
  });
});

it("the client returns where it is told to instead", async () => {
  const callbackUrls = "https://site.example/done,http://localhost:5173/";
  const stack = await deployStack({ callbackUrls, site: "false" });
  expect(stack.the("cognito/userPoolClient").inputs.callbackUrls).toEqual(callbackUrls.split(","));
});

describe("the client of a stack that shows the page", () => {
  it("returns to the page at the domain of one's own, and to what is set besides", async () => {
    const { domainName, certificateArn } = GIVEN;
    const stack = await deployStack({ domainName, certificateArn });
    expect(stack.all("cognito/managedUserPoolClient")).toEqual([]);
    const { callbackUrls, logoutUrls } = stack.the("cognito/userPoolClient").inputs;
    expect(callbackUrls).toEqual(["https://grader.site.example/", "https://site.example/"]);
    expect(logoutUrls).toEqual(callbackUrls);
  });

  it("signs nobody in before CloudFront has given the page its address, and then does", async () => {
    const stack = await deployStack();
    const { inputs: made } = stack.the("cognito/userPoolClient");
    expect(made.allowedOauthFlowsUserPoolClient).toBeUndefined();
    expect(made.callbackUrls).toBeUndefined();
    const adopted = stack.the("cognito/managedUserPoolClient");
    expect(adopted.inputs).toMatchObject({
      userPoolId: "ap-northeast-2_Created01",
      namePattern: `^${made.name}$`,
      allowedOauthFlowsUserPoolClient: true,
      allowedOauthFlows: ["code"],
      callbackUrls: ["https://d2distribution.cloudfront.net/", "https://site.example/"],
      logoutUrls: ["https://d2distribution.cloudfront.net/", "https://site.example/"],
    });
    expect(adopted.dependencies).toContain(stack.the("cognito/userPoolClient").urn);
  });

  it("is described by both resources alike, so that neither undoes what the other did", async () => {
    const stack = await deployStack();
    const { name, generateSecret, userPoolId, ...said } =
      stack.the("cognito/userPoolClient").inputs;
    expect(Object.keys(said).length).toBeGreaterThan(8);
    expect(stack.the("cognito/managedUserPoolClient").inputs).toMatchObject(said);
  });

  it("needs no other site's address", async () => {
    const stack = await deployStack({ allowedOrigins: "" });
    expect(stack.the("cognito/managedUserPoolClient").inputs.callbackUrls).toEqual([
      "https://d2distribution.cloudfront.net/",
    ]);
  });
});

it("a pool to throw away can be thrown away", async () => {
  const stack = await deployStack({ ephemeral: "true" });
  const { isProtected, inputs } = stack.the("cognito/userPool");
  expect({ isProtected, kept: inputs.deletionProtection }).toEqual({
    isProtected: false,
    kept: "INACTIVE",
  });
});

it("a pool that is given is used with all its clients, and nothing of Cognito is created", async () => {
  const { userPoolId, userPoolClientIds } = GIVEN;
  const stack = await deployStack({ userPoolId, userPoolClientIds, allowedOrigins: "*" });
  expect(stack.resources.filter(({ type }) => type.startsWith("aws:cognito"))).toEqual([]);
  expect(stack.outputs).toMatchObject({ userPoolId, userPoolClientId: "client1" });
  // Of undefined Pulumi would warn.
  expect(stack.outputs.signInUrl).toBeNull();
  const { environment } = stack.the("lambda/function", "code-grader").inputs;
  expect(environment.variables).toMatchObject({
    COGNITO_USER_POOL_ID: userPoolId,
    COGNITO_CLIENT_IDS: userPoolClientIds,
  });
});
