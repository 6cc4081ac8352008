import type { ShownCase } from "../results/shown-case.js";
import type { Store } from "./store.js";

/** What is told of a run while it goes on. */
export interface Tell {
  began(total: number): void;
  caseEnded(one: ShownCase): void;
  connectionLost(): void;
}

/** Cases that end within this time of each other are shown together. */
const TOGETHER_MS = 50;

/** Tells the page how the run of this id comes along. */
export function tellOf(dispatch: Store["dispatch"], id: number): Tell {
  let waiting: ShownCase[] = [];
  return {
    began: (total) => dispatch({ type: "runBegan", id, total }),
    caseEnded(one) {
      waiting.push(one);
      if (waiting.length > 1) return;
      setTimeout(() => {
        const cases = waiting;
        waiting = [];
        dispatch({ type: "casesEnded", id, cases });
      }, TOGETHER_MS);
    },
    connectionLost: () => dispatch({ type: "connectionLost", id }),
  };
}
