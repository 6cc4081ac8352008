// A fixed piece of work of the kind that the suite does: a process that starts, and short texts made,
// looked up and parsed in it. It says the microseconds of CPU that it has used since its start.
const ROUNDS = 500_000;

const seen = new Map();
let state = 1;
for (let round = 0; round < ROUNDS; round += 1) {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  const key = `case ${state >>> 20}`;
  seen.set(key, (seen.get(key) ?? 0) + Number.parseInt(key.slice(5), 10));
}
if (seen.size > 4096) throw new Error("There are 4096 keys at most.");

const { user, system } = process.cpuUsage();
console.log(user + system);
