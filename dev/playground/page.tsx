import { render } from "preact";
import { Playground } from "./playground.js";
import { createCommands } from "./state/commands.js";
import { firstState } from "./state/first-state.js";
import { createStore } from "./state/store.js";

const store = createStore(firstState());
const commands = createCommands(store);

const root = document.createElement("div");
root.className = "page";
document.body.append(root);
render(<Playground store={store} commands={commands} />, root);

addEventListener("hashchange", () => commands.openAddressed());
void commands.loadProblems();
