import type { Commands } from "./commands.js";
import type { Store } from "./store.js";

/** Looks after what is written here while other tabs write, too, or when the page is left. */
export function watchDrafts(store: Store, commands: Commands): void {
  addEventListener("storage", () => commands.compareWithOtherTabs());
  // This tab may have been asleep meanwhile.
  addEventListener("visibilitychange", () => commands.compareWithOtherTabs());
  addEventListener("beforeunload", (event) => {
    if (!store.state().isDraftKept) event.preventDefault();
  });
}
