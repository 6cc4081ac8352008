import { type ComponentChild, render } from "preact";
import "./service/import-part.js";
import { App } from "./app.js";
import { Entrance, type EntranceProps } from "./parts/entrance.js";
import { openSession } from "./session/open-session.js";
import type { Opening } from "./session/opening.js";
import type { Session } from "./session/session.js";
import { loadSettings, type Settings } from "./session/settings.js";
import { createCommands } from "./state/commands.js";
import { firstLanguage, firstState, firstTheme } from "./state/first-state.js";
import { showTheme } from "./state/show-theme.js";
import { createStore } from "./state/store.js";
import { watchDrafts } from "./state/watch-drafts.js";
import { SpeechContext } from "./words/speech.js";
import { loadWords, wordsIn } from "./words/words.js";

const root = document.createElement("div");
root.className = "page";
showTheme(firstTheme());
void begin();

/** What the page is told, who uses it, and only then the problems. */
async function begin(): Promise<void> {
  const asked = loadSettings();
  asked.catch(() => {});
  try {
    await loadWords(firstLanguage());
  } catch {
    // There are no words to say it in but those of the document, which would come later.
    document.querySelector(".not-loaded")?.classList.remove("not-loaded");
    return;
  }
  try {
    const settings = await asked;
    document.documentElement.dataset.executor = settings.executor ?? "real";
    goOn(settings, await openSession(settings));
  } catch {
    showEntrance("notLoaded", begin);
  }
}

function goOn(settings: Settings, opening: Opening): void {
  switch (opening.kind) {
    case "open":
      showApp(opening.session, settings);
      break;
    case "leaving":
      showEntrance("leaving", () => {});
      break;
    case "signedOut":
      showEntrance("signedOut", async () => goOn(settings, await opening.enter()));
      break;
    case "refused":
      showEntrance(opening.fault, async () => goOn(settings, await opening.enter()));
      break;
  }
}

function showEntrance(why: EntranceProps["why"], onGoOn: () => unknown): void {
  const language = firstLanguage();
  document.documentElement.lang = language;
  show(
    <SpeechContext.Provider value={{ language, words: wordsIn(language) }}>
      <Entrance why={why} onGoOn={onGoOn} />
    </SpeechContext.Provider>,
  );
}

function showApp(session: Session, settings: Settings): void {
  const store = createStore(firstState(session, settings));
  const commands = createCommands(store, session);
  show(<App session={session} apiDocs={settings.apiDocs} store={store} commands={commands} />);
  addEventListener("hashchange", () => commands.openAddressed());
  if (location.hash !== "") commands.openAddressed();
  watchDrafts(store, commands);
  void commands.loadProblems();
}

/** Puts it in the place of what the document says while there is nothing. */
function show(content: ComponentChild): void {
  if (!root.isConnected) document.body.replaceChildren(root);
  render(content, root);
}
