/** What is configured about who signs in, and where. */
export interface SignInSettings {
  readonly site: boolean | undefined;
  readonly userPoolId: string | undefined;
  readonly userPoolClientIds: readonly string[];
  readonly signInUrl: string | undefined;
  readonly callbackUrls: readonly string[];
  readonly selfSignUp: boolean;
  readonly allowedOrigins: readonly string[];
}

/** Whether the stack shows the page: where it has users of its own, unless it is told otherwise. */
export function hasSite({
  site,
  userPoolId,
}: Pick<SignInSettings, "site" | "userPoolId">): boolean {
  return site ?? userPoolId === undefined;
}

/** Where the created client may return to after sign-in, beside the page: what is set, else the allowed origins. */
export function callbackUrls({
  callbackUrls,
  allowedOrigins,
}: Pick<SignInSettings, "callbackUrls" | "allowedOrigins">): readonly string[] {
  if (callbackUrls.length > 0) return callbackUrls;
  return allowedOrigins.filter((origin) => origin !== "*").map((origin) => `${origin}/`);
}

/** What is right by itself but not together, a rule and its sentence each. */
export function signInRules(config: SignInSettings): [boolean, string][] {
  const createsClient = config.userPoolId === undefined;
  return [
    [
      createsClient !== (config.userPoolClientIds.length === 0),
      "userPoolId and userPoolClientIds go together; set both or none",
    ],
    [
      config.allowedOrigins.length === 0 && !hasSite(config),
      "allowedOrigins is empty; name at least one origin like https://site.example, or *",
    ],
    [
      config.site === true && !createsClient && config.signInUrl === undefined,
      "site with a userPoolId needs signInUrl, the address of that pool's sign-in page",
    ],
    [
      config.signInUrl !== undefined && createsClient,
      "signInUrl is of no use without userPoolId; the stack's own pool has a sign-in page of its own",
    ],
    [
      config.signInUrl !== undefined && !createsClient && !hasSite(config),
      "signInUrl is of no use without the page; set site to true or leave signInUrl empty",
    ],
    [
      config.callbackUrls.length > 0 && !createsClient,
      "callbackUrls is of no use with a userPoolId; that pool's client says itself where it leads back to",
    ],
    [
      config.selfSignUp && !createsClient,
      "selfSignUp is of no use with a userPoolId; that pool says itself who may register",
    ],
    [
      createsClient &&
        !hasSite(config) &&
        config.allowedOrigins.length > 0 &&
        callbackUrls(config).length === 0,
      "callbackUrls is empty, and * is no place to return to after sign-in; name the site's addresses",
    ],
    ...callbackUrls(config).map((url): [boolean, string] => [
      createsClient && !isReturnAddress(url),
      `callbackUrls must be https, or http://localhost, without a #; Cognito does not return to ${url}`,
    ]),
  ];
}

// What Cognito takes: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
function isReturnAddress(text: string): boolean {
  if (!URL.canParse(text) || text.includes("#")) return false;
  const { protocol, hostname } = new URL(text);
  return protocol !== "http:" || hostname === "localhost";
}
