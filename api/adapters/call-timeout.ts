/** What a call to DynamoDB may take, retries and waits included: less than is reserved for storing. */
const CALL_TIMEOUT_MS = 2500;

/**
 * Options that end a call in time. Three attempts of a client's may fit into it, but not the waits
 * between them when DynamoDB throttles, nor an answer that comes in drops.
 */
export function callTimeout(): { readonly abortSignal: AbortSignal } {
  return { abortSignal: AbortSignal.timeout(CALL_TIMEOUT_MS) };
}
