import { attackSuite } from "./attack-suite.js";
import { SOURCES } from "./sources.js";

attackSuite("values", SOURCES);
