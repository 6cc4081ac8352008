import { describeFaultPairs } from "./describe-fault-pairs.js";

describeFaultPairs(
  "two faults on the way to a live answer, the first when the executor is asked or later",
  [
    { name: "Invoke", nth: 1 },
    { name: "Invoke", nth: 2 },
    { name: "PutItem", nth: 1 },
  ],
  "live",
);
