import { useState } from "preact/hooks";
import type { Session } from "../session/session.js";
import type { Commands } from "../state/commands.js";
import type { State, Theme } from "../state/state.js";
import { useWords } from "../words/speech.js";
import { IconButton } from "./icon-button.js";
import { MissingNotice } from "./missing-notice.js";
import { SignedInUser } from "./signed-in-user.js";
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

const DRAWINGS: Readonly<Record<Theme, string>> = {
  light:
    "M8 4.8a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4ZM8 1v1.4M8 13.6V15M1 8h1.4M13.6 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1",
  dark: "M13.6 9.8A6 6 0 0 1 6.2 2.4a6 6 0 1 0 7.4 7.4Z",
};

/** Goes to the other theme; back at what the browser prefers, it follows the browser again. */
function ThemeToggle({ state, commands }: Pick<HeaderProps, "state" | "commands">) {
  const { header } = useWords();
  const preferred = useMedia("(prefers-color-scheme: dark)") ? "dark" : "light";
  const next = (state.theme ?? preferred) === "dark" ? "light" : "dark";
  const label = next === "dark" ? header.toDark : header.toLight;
  return (
    <IconButton
      name={label}
      drawing={DRAWINGS[next]}
      onClick={() => commands.chooseTheme(next === preferred ? undefined : next)}
    />
  );
}
