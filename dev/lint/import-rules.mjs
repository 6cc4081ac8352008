import { IMPORT_LAW } from "./import-law.mjs";

const source = (/** @type {string} */ name) => {
  const room = IMPORT_LAW.find((one) => one.name === name);
  if (room === undefined) throw new Error(`The import law has no room "${name}".`);
  return room.files.source;
};

/** Which files are of earlier rooms, and so not of this one. */
const earlier = (/** @type {number} */ index) =>
  IMPORT_LAW.slice(0, index).map(({ files }) => files.source);

const packagePattern = (/** @type {string} */ name) =>
  `^node_modules/(?:@types/)?${name.replaceAll(".", "\\.")}${name.endsWith("/") ? "" : "/"}`;

const rooms = IMPORT_LAW.flatMap((room, index) => {
  const from = { path: room.files.source, pathNot: earlier(index) };
  const allowed = [...room.may, ...(room.types ?? [])];
  const list = [...allowed, ...(room.packages ?? []), ...(room.node ? ["Node"] : [])];
  const comment = `Import law: ${room.name} may import ${list.join(", ")} and nothing else. See CONTRIBUTING.md.`;
  const others = (room.others ?? []).map((path) => `^${path.replaceAll(".", "\\.")}$`);
  const otherRooms = IMPORT_LAW.filter(({ name }) => !allowed.includes(name));
  return [
    {
      name: `${room.name}-imports-only-what-it-may`,
      severity: "error",
      comment,
      from,
      to: {
        pathNot: [...allowed.map(source), ...(room.packages ?? []).map(packagePattern), ...others],
        ...(room.node ? { dependencyTypesNot: ["core"] } : {}),
      },
    },
    // A room inside the folder of another is no part of it.
    ...otherRooms
      .filter((other) => allowed.some((name) => overlaps(other.name, name)))
      .map((other) => ({
        name: `${room.name}-keeps-out-of-${other.name}`.replaceAll(" ", "-"),
        severity: "error",
        comment,
        from,
        to: {
          path: other.files.source,
          pathNot: [...earlier(IMPORT_LAW.indexOf(other)), ...others],
        },
      })),
    ...(room.types ?? []).map((name) => ({
      name: `${room.name}-takes-only-types-of-${name}`.replaceAll(" ", "-"),
      severity: "error",
      comment: `Import law: ${room.name} may import types of ${name} only. See CONTRIBUTING.md.`,
      from,
      to: { path: source(name), dependencyTypesNot: ["type-only"] },
    })),
  ].map((rule) => ({ ...rule, name: rule.name.replaceAll(" ", "-") }));
});

/** Whether a room that comes first has taken files out of the folder of a later one. */
function overlaps(/** @type {string} */ first, /** @type {string} */ later) {
  const at = (/** @type {string} */ name) => IMPORT_LAW.findIndex((room) => room.name === name);
  return at(first) < at(later);
}

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...rooms,
    {
      name: "every-file-has-a-room",
      severity: "error",
      comment: "A new folder needs a line in the import law: dev/lint/import-law.mjs.",
      from: {},
      to: {
        path: "^(?:api|client|web|cli|pack|infra|dev)/.*\\.tsx?$",
        pathNot: IMPORT_LAW.map(({ files }) => files.source),
      },
    },
    {
      name: "a-file-without-a-room-imports-nothing",
      severity: "error",
      comment: "A new folder needs a line in the import law: dev/lint/import-law.mjs.",
      from: {
        path: "^[^.].*\\.[cm]?tsx?$",
        pathNot: [
          "^(?:bench|test|node_modules)/",
          "^[\\w.-]+$",
          ...IMPORT_LAW.map(({ files }) => files.source),
        ],
      },
      to: {},
    },
    {
      name: "no-circle",
      severity: "error",
      comment: "Files that import each other, if only for their types, are one file in two.",
      from: { pathNot: "node_modules" },
      to: { circular: true },
    },
    {
      name: "nothing-unknown",
      severity: "error",
      comment: "What is imported must be there, and in package.json.",
      // A package of its own, which finds what it needs in the repository's.
      from: { pathNot: "^infra/policy-pack/" },
      to: { dependencyTypes: ["unknown", "undetermined", "npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "bench-and-tests-are-not-imported",
      severity: "error",
      comment:
        "Import law: bench/ is imported by bench/ and test/ alone, test/ by test/ and bench/ alone.",
      from: { pathNot: "^(?:bench|test)/" },
      to: { path: "^(?:bench|test)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(?:dist|dev/problems)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
