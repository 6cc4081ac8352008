// Pulumi loads a policy pack as CommonJS, whatever PulumiPolicy.yaml says; tsx reads the rules.
const { PolicyPack } = require("@pulumi/policy");
const tsx = require("tsx/cjs/api");

const { policies } = tsx.require("../policies/policies.ts", __filename);

new PolicyPack("edge-grader", { enforcementLevel: "mandatory", policies });
