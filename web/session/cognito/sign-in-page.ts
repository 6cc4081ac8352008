import {
  type AuthorizationServer,
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  type Client,
  calculatePKCECodeChallenge,
  clockSkew,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
  None,
  processAuthorizationCodeResponse,
  processRefreshTokenResponse,
  processRevocationResponse,
  refreshTokenGrantRequest,
  revocationRequest,
  type TokenEndpointResponse,
  validateAuthResponse,
} from "oauth4webapi";
import type { SignInSettings } from "../settings.js";
import { keepAttempt, type SignInAttempt } from "./sign-in-attempt.js";

/** After which nobody answers any more. */
const TOKEN_TIMEOUT_MS = 10_000;

/** Who signs out has to wait for this, before the sign-in page ends its own session. */
const REVOCATION_TIMEOUT_MS = 3_000;

/** Cognito's own pages for signing in, and what they ask of a page that sends people there. */
export interface SignInPage {
  /**
   * Leaves for it.
   *
   * @returns false where the browser would not remember why somebody comes back
   */
  enter(place: string): Promise<boolean>;
  /** The tokens for which the address stands that the browser came back with. */
  redeem(address: URL, state: string, attempt: SignInAttempt): Promise<TokenEndpointResponse>;
  refresh(refreshToken: string): Promise<TokenEndpointResponse>;
  revoke(refreshToken: string): Promise<void>;
  /** Leaves for where its own session ends. */
  leave(): void;
}

/** @param clockSkewSeconds how far this machine's clock is behind the service's */
export function signInPage(
  { authority, clientId, domain }: SignInSettings,
  clockSkewSeconds: number,
): SignInPage {
  // Cognito's discovery document is on another host, which the page need not be able to ask for this.
  const server: AuthorizationServer = {
    issuer: authority,
    authorization_endpoint: `${domain}/oauth2/authorize`,
    token_endpoint: `${domain}/oauth2/token`,
    revocation_endpoint: `${domain}/oauth2/revoke`,
  };
  const client: Client = { client_id: clientId, [clockSkew]: clockSkewSeconds };
  // The development server's own sign-in page.
  const within = (timeoutMs: number) => ({
    [allowInsecureRequests]: domain.startsWith("http:"),
    signal: AbortSignal.timeout(timeoutMs),
  });
  const site = `${location.origin}/`;
  return {
    async enter(place) {
      const codeVerifier = generateRandomCodeVerifier();
      const nonce = generateRandomNonce();
      const state = generateRandomState();
      if (!keepAttempt(state, { codeVerifier, nonce, place })) return false;
      const query = new URLSearchParams({
        client_id: clientId,
        response_type: "code",
        redirect_uri: site,
        scope: "openid profile email",
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: "S256",
      });
      // Back leads to where one was before, not here, from where one would be sent on again.
      location.replace(`${server.authorization_endpoint}?${query}`);
      return true;
    },
    async redeem(address, state, { codeVerifier, nonce }) {
      const parameters = validateAuthResponse(server, client, address, state);
      const answer = await authorizationCodeGrantRequest(
        server,
        client,
        None(),
        parameters,
        site,
        codeVerifier,
        within(TOKEN_TIMEOUT_MS),
      );
      return processAuthorizationCodeResponse(server, client, answer, {
        expectedNonce: nonce,
        requireIdToken: true,
      });
    },
    async refresh(refreshToken) {
      const options = within(TOKEN_TIMEOUT_MS);
      const answer = await refreshTokenGrantRequest(server, client, None(), refreshToken, options);
      return processRefreshTokenResponse(server, client, answer);
    },
    async revoke(refreshToken) {
      const options = within(REVOCATION_TIMEOUT_MS);
      const answer = await revocationRequest(server, client, None(), refreshToken, options);
      await processRevocationResponse(answer);
    },
    leave() {
      // Cognito's own way of ending a session, which is not that of OpenID Connect.
      const query = new URLSearchParams({ client_id: clientId, logout_uri: site });
      location.replace(`${domain}/logout?${query}`);
    },
  };
}
