import { VisibleError } from "../api/domain/errors.js";

/** A sentence for what AWS and the operating system refuse, the stack for what nobody thought of. */
export function explainFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Students are told to try again; whoever runs the service is told what it is.
  const known = sentenceOf(error instanceof VisibleError ? error.cause : error);
  return known ?? (error instanceof VisibleError ? error.message : (error.stack ?? error.message));
}

function sentenceOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { name, message } = error;
  const known = SENTENCES.find(([pattern]) => pattern.test(name) || pattern.test(codeOf(error)));
  return known && `${known[1]} (${name}: ${message})`;
}

const codeOf = (error: Error) => String((error as NodeJS.ErrnoException).code ?? "");

const SENTENCES: readonly [RegExp, string][] = [
  [
    /^CredentialsProviderError$/,
    "AWS credentials were not found: sign in (aws sso login), or set AWS_PROFILE.",
  ],
  [
    /^(ExpiredToken|ExpiredTokenException|UnrecognizedClientException|InvalidSignatureException)$/,
    "AWS does not take these credentials: sign in again (aws sso login).",
  ],
  [
    /^AccessDenied(Exception)?$/,
    "These AWS credentials may not do this: use a role that may read and write the stack's tables.",
  ],
  [
    /^ResourceNotFoundException$/,
    "What the stack's outputs name is not there: is this the right account and region?",
  ],
  [
    /^(ThrottlingException|ProvisionedThroughputExceededException|TimeoutError)$/,
    "AWS is too busy or too slow now: try again in a moment.",
  ],
  [/^(ECONNREFUSED|ENOTFOUND|ECONNRESET)$/, "Nothing answers there: is it running?"],
  [/^ENOSPC$/, "The disk is full."],
  [/^EACCES$/, "That may not be read or written."],
];
