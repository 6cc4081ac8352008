import { execFileSync } from "node:child_process";
import { findPython } from "../../../pack/python.js";

/** A file in an archive, as Python sees it. */
export interface ArchivedFile {
  readonly name: string;
  /** Type and permissions, e.g. "100644". */
  readonly mode: string;
}

// Python's implementation knows nothing of the one that packs.
const UNPACK = `
import json, os, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    assert archive.testzip() is None
    archive.extractall(sys.argv[2])
    entries = archive.infolist()
for entry in entries:
    os.chmod(os.path.join(sys.argv[2], entry.filename), entry.external_attr >> 16)
files = [{"name": e.filename, "mode": "%o" % (e.external_attr >> 16)} for e in entries]
print(json.dumps(files))
`;

/** Unpacks a zip file as Lambda does, modes and all, and says what was in it. */
export function unpack(archive: string, folder: string): ArchivedFile[] {
  const python = findPython(process.env).path;
  const listing = execFileSync(python, ["-c", UNPACK, archive, folder], { encoding: "utf8" });
  return JSON.parse(listing) as ArchivedFile[];
}
