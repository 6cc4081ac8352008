import type { ShownCase } from "../results/shown-case.js";
import type { Following } from "../service/following.js";
import type { Store } from "./store.js";

/** Cases that end within this time of each other are shown together. */
const TOGETHER_MS = 50;

/** Tells the page how the run of this id comes along. */
export function tellOf(dispatch: Store["dispatch"], id: number): Omit<Following, "signal"> {
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
