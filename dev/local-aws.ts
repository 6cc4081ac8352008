/** The region of everything that stands in for AWS on this machine. */
export const LOCAL_REGION = "us-east-1";

/** The stand-ins check no signature, but clients will not send without one. */
export const LOCAL_CREDENTIALS = { accessKeyId: "local", secretAccessKey: "local" };

/** Where a client is sent whose stand-in there is not: nothing listens there. */
export const NOTHING_LISTENS = "http://127.0.0.1:9";
