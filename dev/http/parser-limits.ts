/**
 * What the server takes before the app sees a request, and how long it waits for who takes nothing.
 * What is beyond the former Node answers by itself, with a status and no body, and then closes the
 * connection:
 *
 * - 400 for what is no HTTP/1 (framing, characters, methods, a missing Host), the adapter for a
 *   Host or target that makes no URL
 * - 408 for a head or a whole request that takes too long
 * - 413 for chunk extensions over 16 KiB, a limit that cannot be set
 * - 417 for another expectation than 100-continue
 * - 431 for a head (a long path is part of it), trailers or a number of headers that is too large
 */
export const PARSER_LIMITS = {
  /** Bytes of the request line and the headers together. */
  maxHeaderSize: 16 * 1024,
  maxHeadersCount: 100,
  /** Milliseconds until the whole head is there. */
  headersTimeout: 10_000,
  /** Milliseconds until the whole request is there. */
  requestTimeout: 60_000,
  /** Milliseconds between two looks at who takes too long. */
  connectionsCheckingInterval: 1000,
  /** Milliseconds that a connection may idle between two requests, as clients are told. */
  keepAliveTimeout: 5000,
  /** Milliseconds beyond, for a request that was under way when they were over. */
  keepAliveTimeoutBuffer: 1000,
  /** Milliseconds in which nothing comes and nothing is taken: more than any answer is awaited. */
  socketTimeout: 90_000,
  insecureHTTPParser: false,
  requireHostHeader: true,
};

export type ParserLimits = Readonly<typeof PARSER_LIMITS>;
