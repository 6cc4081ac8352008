import { attackSuite } from "./attack-suite.js";

attackSuite("executor", [], { functionTimeoutMs: 3_000 });
