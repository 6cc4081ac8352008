import { attackSuite } from "./attack-suite.js";
import { loadPrograms } from "./program.js";

attackSuite("time", loadPrograms("endings"));
