import { describeFaultPairs } from "./describe-fault-pairs.js";

describeFaultPairs("two faults, the first before the executor is asked", [
  { name: "Jwks", nth: 1 },
  { name: "GetItem", nth: 1 },
]);
