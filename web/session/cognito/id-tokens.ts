import {
  getValidatedIdTokenClaims,
  ResponseBodyError,
  type TokenEndpointResponse,
} from "oauth4webapi";
import { GraderError } from "../../../client/create-grader-client.js";

/** Renewed this long before its end, so that none ends on its way. */
const LEEWAY_MS = 60_000;

/** A session's ID token, held in memory alone and renewed when it is about to end. */
export interface IdTokens {
  /** @throws GraderError with `SignInEnded` when it cannot be renewed any more */
  current(): Promise<string>;
  readonly refreshToken: string | undefined;
  /** From now on there are none. */
  end(): void;
}

/**
 * @param refresh asks for other tokens
 * @param onEnd is told, once, that there will be no more
 */
export function idTokens(
  first: TokenEndpointResponse,
  refresh: (refreshToken: string) => Promise<TokenEndpointResponse>,
  onEnd: () => void,
): IdTokens {
  let held: Held | undefined = hold(first);
  let refreshToken = first.refresh_token;
  let renewing: Promise<string> | undefined;

  function end(): void {
    if (held === undefined) return;
    held = undefined;
    refreshToken = undefined;
    onEnd();
  }

  async function renew(): Promise<string> {
    if (refreshToken === undefined) throw ended();
    const answer = await refresh(refreshToken).catch(insteadOf);
    // Somebody may have signed out meanwhile.
    if (held === undefined) throw ended();
    if (typeof answer === "string") return answer;
    held = hold(answer);
    refreshToken = answer.refresh_token ?? refreshToken;
    return held.idToken;
  }

  /** What to do where there are no others: a refusal is for good, silence may end. */
  function insteadOf(cause: unknown): string {
    if (cause instanceof ResponseBodyError) {
      end();
      throw ended(cause);
    }
    if (held !== undefined && leftMs(held) > 0) return held.idToken;
    const sentence = "The sign-in page could not be reached.";
    throw new GraderError(sentence, { code: "SignInUnreachable", status: 0, cause });
  }

  return {
    async current() {
      if (held === undefined) throw ended();
      if (leftMs(held) > LEEWAY_MS) return held.idToken;
      renewing ??= renew().finally(() => {
        renewing = undefined;
      });
      return renewing;
    },
    get refreshToken() {
      return refreshToken;
    },
    end,
  };
}

interface Held {
  readonly idToken: string;
  readonly lifetimeMs: number;
  readonly clocks: readonly [number, number];
}

function hold(answer: TokenEndpointResponse): Held {
  const claims = getValidatedIdTokenClaims(answer);
  if (answer.id_token === undefined || claims === undefined) {
    throw new Error("The sign-in page gave no ID token.");
  }
  const lifetimeMs = (claims.exp - claims.iat) * 1000;
  return { idToken: answer.id_token, lifetimeMs, clocks: [Date.now(), performance.now()] };
}

/** One clock may be set meanwhile, the other stands still while a machine sleeps: whichever went further counts. */
function leftMs({ lifetimeMs, clocks: [date, ticks] }: Held): number {
  return lifetimeMs - Math.max(Date.now() - date, performance.now() - ticks);
}

function ended(cause?: unknown): GraderError {
  return new GraderError("The session is over; sign in again.", {
    code: "SignInEnded",
    status: 0,
    cause,
  });
}
