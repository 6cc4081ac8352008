import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { EndedNotice } from "./parts/ended-notice.js";
import { Header } from "./parts/header.js";
import { MockNotice } from "./parts/mock-notice.js";
import { SidePane } from "./parts/side-pane.js";
import { Splitter } from "./parts/splitter.js";
import { useKeptNumber } from "./parts/use-kept-number.js";
import { useMedia } from "./parts/use-media.js";
import { useRescuedFocus } from "./parts/use-rescued-focus.js";
import { useShortcuts } from "./parts/use-shortcuts.js";
import { ViewSwitch } from "./parts/view-switch.js";
import { Workbench } from "./parts/workbench.js";
import type { Session } from "./session/session.js";
import type { Commands } from "./state/commands.js";
import { showTheme } from "./state/show-theme.js";
import { type State, VIEWS } from "./state/state.js";
import type { Store } from "./state/store.js";
import { writtenTitle } from "./state/written-title.js";
import { SpeechContext } from "./words/speech.js";
import { wordsIn } from "./words/words.js";

interface AppProps {
  readonly session: Session;
  readonly apiDocs: string | undefined;
  readonly store: Store;
  readonly commands: Commands;
}

/** The whole page. Where there is room, the code stands beside whatever else is looked at. */
export function App({ session, apiDocs, store, commands }: AppProps) {
  const state = useStore(store);
  const isWide = useMedia("(min-width: 60rem)");
  useDocument(state);
  useShortcuts(commands);
  useRescuedFocus();
  const panes = useRef<HTMLElement>(null);
  const [side, setSide] = useKeptNumber("side", 45);
  const view = isWide && state.view === "code" ? "statement" : state.view;
  const views = isWide ? VIEWS.filter((name) => name !== "code") : VIEWS;
  const speech = { language: state.language, words: wordsIn(state.language) };
  return (
    <SpeechContext.Provider value={speech}>
      <Header session={session} apiDocs={apiDocs} state={state} commands={commands} />
      {session.signedIn && <EndedNotice signedIn={session.signedIn} />}
      <MockNotice />
      <main class="panes" ref={panes} style={{ "--side": `${side}%` }}>
        <ViewSwitch views={views} view={view} onChoose={commands.chooseView} />
        <SidePane state={state} commands={commands} view={view} isWide={isWide} />
        {isWide && <Splitter between="columns" whole={panes} percent={side} onMove={setSide} />}
        <Workbench
          state={state}
          commands={commands}
          isShown={isWide || view === "code"}
          isWide={isWide}
        />
      </main>
    </SpeechContext.Provider>
  );
}

function useStore(store: Store): State {
  const [state, setState] = useState(store.state());
  useLayoutEffect(() => store.subscribe(() => setState(store.state())), [store]);
  return state;
}

function useDocument(state: State): void {
  const { language, theme } = state;
  const title = writtenTitle(state, wordsIn(language));
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = title;
  }, [language, title]);
  useLayoutEffect(() => showTheme(theme), [theme]);
}
