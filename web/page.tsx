import { render } from "preact";
import { App } from "./app.js";
import { devSession } from "./session/dev-session.js";
import { createCommands } from "./state/commands.js";
import { firstState } from "./state/first-state.js";
import { createStore } from "./state/store.js";

const store = createStore(firstState(devSession));
const commands = createCommands(store, devSession);

const root = document.createElement("div");
root.className = "page";
document.body.append(root);
render(<App session={devSession} store={store} commands={commands} />, root);

addEventListener("hashchange", () => commands.openAddressed());
if (location.hash !== "") commands.openAddressed();
// Another tab writes for the same problem, or did while this one was asleep.
addEventListener("storage", () => commands.compareWithOtherTabs());
addEventListener("visibilitychange", () => commands.compareWithOtherTabs());
addEventListener("beforeunload", (event) => {
  if (!store.state().isDraftKept) event.preventDefault();
});
void commands.loadProblems();
