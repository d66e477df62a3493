/** Loaded before the program: ends the process, as kill -9 does, at the nth change of the disk. */
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const at = Number(process.env.DUIZHAO_TEST_KILL_AT);
let count = 0;

function counted(name, own) {
  return (...args) => {
    count += 1;
    // Some die just before they change something, others just after.
    if (count === at && at % 2 === 0) process.kill(process.pid, 'SIGKILL');
    const result = own(...args);
    if (count === at) process.kill(process.pid, 'SIGKILL');
    return result;
  };
}

const CHANGES = ['writeFileSync', 'renameSync', 'linkSync', 'mkdirSync', 'rmSync', 'fsyncSync'];
for (const name of CHANGES) fs[name] = counted(name, fs[name]);
for (const name of ['rename', 'writeFile', 'rm'])
  fs.promises[name] = counted(name, fs.promises[name]);
syncBuiltinESMExports();
// What was written a moment ago is remembered or not, as the clock goes: here it always is, so that every run
// makes the same changes.
const { now } = Date;
Date.now = () => now() + 3_600_000;
process.on('exit', () => {
  if (process.env.DUIZHAO_TEST_KILL_COUNT) {
    require('node:fs').appendFileSync(process.env.DUIZHAO_TEST_KILL_COUNT, `${count}`);
  }
});
