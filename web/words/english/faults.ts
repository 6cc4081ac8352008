import { signIn } from "./sign-in.js";

export const faults = {
  problems: "The problems could not be loaded.",
  problem: "The problem could not be loaded.",
  run: "The code could not be run.",
  submit: "The code could not be graded.",
  details: "The details could not be loaded.",
  words: "Korean could not be loaded.",
  notSaved: "Graded, but not stored.",
  submissions: "The submissions could not be loaded.",
  submission: "The submission could not be loaded.",
  tryAgain: "Try again",
  /** By the codes of the service, whose own sentences are for programmers. */
  sentences: {
    NetworkError: "The server does not answer. Check your connection, then try again.",
    Timeout: "The server did not answer in time. Try again in a moment.",
    ExecutorBusy: "All machines that run code are busy. Try again in a moment.",
    TooManyRequests:
      "That is more than you can have graded or run at once. Try again when one of them has ended.",
    PayloadTooLarge: "What you send is too large. Shorten the code or the inputs.",
    ResponseTooLarge: "The results are too large to be sent. Run fewer inputs at once.",
    ProblemNotFound: "This problem is not there; it may have been deleted.",
    SubmissionNotFound: "There is no such submission among yours.",
    ResultMissing:
      "Its result has not come in time. Look among your submissions in a minute; if it is not there, submit again.",
    SubmissionNotSaved: "The result is below, but it is not among your submissions. Submit again.",
    StorageUnavailable: "The storage does not answer. Try again in a moment.",
    IdentityProviderUnavailable: "Your sign-in cannot be checked now. Try again in a moment.",
    Unauthorized: "Your sign-in is no longer valid. Reload the page to sign in again.",
    SignInEnded: "Your sign-in has ended. Sign in again above; what you have written is kept.",
    SignInUnreachable: signIn.faults.SignInUnreachable,
    MissingIdentity: "Your account lacks a name or an id. Please tell whoever looks after it.",
    Forbidden: "This page may not use the service. Open it from its own address.",
    NotFound: "The service has no list of problems; open one by its address.",
    InvalidInput: "The service cannot use what was sent. Reload the page and try again.",
    InternalError: "Something went wrong on the server. Report it with the number below.",
    PartNotLoaded:
      "A part of this page could not be loaded. Check your connection, then try again; if that does not help, reload the page. What you have written is kept.",
    PageError: "Something went wrong on this page. Reload it and try again.",
  } as Readonly<Record<string, string>>,
  unknown: "Something unexpected came back. Try again, or report it with the code below.",
};
