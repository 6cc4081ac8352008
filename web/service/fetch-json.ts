import { GraderError } from "../../client/create-grader-client.js";

/**
 * What a route answers that only the development server has.
 *
 * @throws GraderError as the client does
 */
export async function fetchJson(path: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(path, init).catch((cause: unknown) => {
    if (init.signal?.aborted) throw cause;
    const sentence = "The service could not be reached.";
    throw new GraderError(sentence, { code: "NetworkError", status: 0, cause });
  });
  const { status } = response;
  if (response.ok) return response.json();
  const sentence = `The development server answered ${status} to ${path}.`;
  throw new GraderError(sentence, { code: "UnexpectedAnswer", status });
}
