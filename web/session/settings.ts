import { GraderError } from "../../client/create-grader-client.js";

/** What the page is told by whoever serves it. */
export interface Settings {
  /** Where people sign in; without it this is a development server, where anybody is whom they like. */
  readonly signIn?: SignInSettings;
  /** Whether requests need the digest of their body, since CloudFront signs them. */
  readonly signsBody?: boolean;
  /** One that is a mock runs no code. */
  readonly executor?: "real" | "mock";
  /** Whose submissions a student sees; staff see everybody's. */
  readonly submissionsVisibleTo?: "everyone" | "owner";
  /** Where the API's description can be read. */
  readonly apiDocs?: string;
  /** How far this machine's clock is behind that of whoever serves the page. */
  readonly clockSkewSeconds: number;
}

export interface SignInSettings {
  /** Who issues the tokens. */
  readonly authority: string;
  readonly clientId: string;
  /** The address of the sign-in page. */
  readonly domain: string;
  /** The group whose members are staff, as the tokens name it. */
  readonly staffGroup: string;
}

/** @throws GraderError when they are not to be had */
export async function loadSettings(): Promise<Settings> {
  try {
    const answer = await fetch("/settings.json");
    if (!answer.ok) throw new Error(`/settings.json is answered by ${answer.status}.`);
    const settings = (await answer.json()) as Omit<Settings, "clockSkewSeconds">;
    return { ...settings, clockSkewSeconds: skewOf(answer.headers.get("Date")) };
  } catch (cause) {
    const sentence = "The service could not be reached.";
    throw new GraderError(sentence, { code: "NetworkError", status: 0, cause });
  }
}

function skewOf(date: string | null): number {
  const servedMs = Date.parse(date ?? "");
  return Number.isNaN(servedMs) ? 0 : Math.round((servedMs - Date.now()) / 1000);
}
