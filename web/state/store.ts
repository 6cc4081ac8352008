import type { Action } from "./action.js";
import { reduce } from "./reduce.js";
import type { State } from "./state.js";

/** The state of the page, which only actions change. */
export interface Store {
  state(): State;
  dispatch(action: Action): void;
  /** @returns how to stop listening */
  subscribe(listener: () => void): () => void;
}

export function createStore(initial: State): Store {
  const listeners = new Set<() => void>();
  let state = initial;
  return {
    state: () => state,
    dispatch(action) {
      state = reduce(state, action);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
