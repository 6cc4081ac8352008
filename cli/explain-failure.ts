import { VisibleError } from "../api/domain/errors.js";

/** A sentence for what AWS and the operating system refuse; of what nobody thought of, where it is. */
export function explainFailure(error: unknown): string {
  // Students are told to try again; whoever runs the service is told what it is.
  const reason = error instanceof VisibleError ? error.cause : error;
  const known = causes(reason)
    .map(sentenceOf)
    .find((sentence) => sentence !== undefined);
  if (known !== undefined) return known;
  if (error instanceof VisibleError) {
    // What is wrong with an input the sentence itself says.
    const isTold = error.code === "InvalidInput" || !(reason instanceof Error);
    return isTold ? error.message : `${error.message} (${nameIt(reason)})`;
  }
  if (reason instanceof Error && "$metadata" in reason) {
    return `AWS refuses this: what it says has to be mended first. (${nameIt(reason)})`;
  }
  const place = reason instanceof Error ? placeOf(reason) : "";
  return `This is a fault of the tool itself, please report it: ${nameIt(reason)}${place}`;
}

/** What went wrong, and what that came from. */
function causes(error: unknown): Error[] {
  const found: Error[] = [];
  for (let one = error; one instanceof Error && !found.includes(one); one = one.cause) {
    found.push(one);
  }
  return found;
}

function sentenceOf(error: Error): string | undefined {
  const code = String((error as NodeJS.ErrnoException).code ?? "");
  const known = SENTENCES.find(([pattern]) => pattern.test(error.name) || pattern.test(code));
  // The SDK could not read the answer.
  const isOfAnother = error instanceof SyntaxError && "$response" in error;
  const sentence = known?.[1] ?? (isOfAnother ? NOT_AWS : undefined);
  return sentence && `${sentence} (${nameIt(error)})`;
}

function nameIt(error: unknown): string {
  const [line = ""] = String(error instanceof Error ? error.message : error).split("\n", 1);
  return error instanceof Error ? `${error.name}: ${line}` : line;
}

function placeOf({ stack = "" }: Error): string {
  const [, place] = /\n\s+at .*?([^/\\(\s]+:\d+):\d+\)?(?:\n|$)/.exec(stack) ?? [];
  return place === undefined ? "" : ` (${place})`;
}

const NOT_AWS = "What answers there is not AWS: is a proxy on the way, or AWS_ENDPOINT_URL set?";

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
  [
    /^(ECONNREFUSED|ENOTFOUND|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EAI_AGAIN|EPIPE)$/,
    "Nothing answers there: is it running?",
  ],
  [/^(ENOSPC|EDQUOT)$/, "The disk is full."],
  [/^(EACCES|EPERM|EROFS)$/, "That may not be read or written: look at its permissions."],
  [/^ENOENT$/, "A file or a folder that is needed is not there."],
  [
    /^(ENOTDIR|EISDIR|EEXIST|ENOTEMPTY|ELOOP|ENAMETOOLONG|EXDEV|EBUSY)$/,
    "Nothing can be read or written by that path: name another.",
  ],
  [/^(EMFILE|ENFILE|EAGAIN|ENOMEM)$/, "This machine has too little left: end other programs."],
];
