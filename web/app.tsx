import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
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
import { openProblem, type State, VIEWS } from "./state/state.js";
import type { Store } from "./state/store.js";
import { english } from "./words/english.js";
import { korean } from "./words/korean.js";
import { SpeechContext } from "./words/speech.js";

interface AppProps {
  readonly session: Session;
  readonly store: Store;
  readonly commands: Commands;
}

const WORDS = { en: english, ko: korean };

/** The whole page. Where there is room, the code stands beside whatever else is looked at. */
export function App({ session, store, commands }: AppProps) {
  const state = useStore(store);
  const isWide = useMedia("(min-width: 60rem)");
  useDocument(state);
  useShortcuts(commands);
  useRescuedFocus();
  const panes = useRef<HTMLElement>(null);
  const [side, setSide] = useKeptNumber("side", 45);
  const view = isWide && state.view === "code" ? "statement" : state.view;
  const views = isWide ? VIEWS.filter((name) => name !== "code") : VIEWS;
  const speech = { language: state.language, words: WORDS[state.language] };
  return (
    <SpeechContext.Provider value={speech}>
      <Header users={session.users} state={state} commands={commands} />
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
  const title = openProblem(state)?.title[language];
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = title === undefined ? "Edge Grader" : `${title} · Edge Grader`;
  }, [language, title]);
  useLayoutEffect(() => {
    if (theme === undefined) delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
}
