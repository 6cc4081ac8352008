import { useState } from "preact/hooks";
import type { Session } from "../session/session.js";
import type { Commands } from "../state/commands.js";
import type { State } from "../state/state.js";
import { useWords } from "../words/speech.js";
import { MissingNotice } from "./missing-notice.js";
import { SignedInUser } from "./signed-in-user.js";
import { ThemeIcon } from "./theme-icon.js";
import { useMedia } from "./use-media.js";
import { UserChoice } from "./user-choice.js";

interface HeaderProps {
  readonly session: Session;
  readonly apiDocs: string | undefined;
  readonly state: State;
  readonly commands: Commands;
}

export function Header({ session, apiDocs, state, commands }: HeaderProps) {
  const { header, faults } = useWords();
  const [isMissing, setIsMissing] = useState(false);
  const other = state.language === "en" ? "ko" : "en";
  const speakOther = () =>
    commands.chooseLanguage(other).then(
      () => setIsMissing(false),
      () => setIsMissing(true),
    );
  return (
    <>
      <header class="header">
        <a class="brand" href="#/">
          <img src={iconUrl()} alt="" width="22" height="22" />
          Edge Grader
        </a>
        {apiDocs !== undefined && (
          <a class="quiet" href={apiDocs}>
            {header.api}
          </a>
        )}
        {session.signedIn === undefined ? (
          <UserChoice users={session.users} state={state} commands={commands} />
        ) : (
          <SignedInUser user={state.user} signedIn={session.signedIn} />
        )}
        <button type="button" class="quiet" lang={other} onClick={speakOther}>
          {header.otherLanguage}
        </button>
        <ThemeToggle state={state} commands={commands} />
      </header>
      {isMissing && <MissingNotice sentence={faults.words} onTryAgain={speakOther} />}
    </>
  );
}

/** The document names it already, as it is called in this version of the page. */
const iconUrl = () => document.querySelector<HTMLLinkElement>('link[rel="icon"]')?.href;

/** Goes to the other theme; back at what the browser prefers, it follows the browser again. */
function ThemeToggle({ state, commands }: Pick<HeaderProps, "state" | "commands">) {
  const { header } = useWords();
  const preferred = useMedia("(prefers-color-scheme: dark)") ? "dark" : "light";
  const next = (state.theme ?? preferred) === "dark" ? "light" : "dark";
  const label = next === "dark" ? header.toDark : header.toLight;
  return (
    <button
      type="button"
      class="quiet icon-only"
      aria-label={label}
      title={label}
      onClick={() => commands.chooseTheme(next === preferred ? undefined : next)}
    >
      <ThemeIcon theme={next} />
    </button>
  );
}
