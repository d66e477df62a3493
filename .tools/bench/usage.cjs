// Loaded before the measured program: leaves the processor time it took (microseconds) in a file, at
// its end and whenever SIGUSR2 asks.
const { appendFileSync } = require('node:fs');

const path = process.env.DUIZHAO_BENCH_USAGE;

function note() {
  const { user, system } = process.cpuUsage();
  appendFileSync(path, `${user + system}\n`);
}

process.on('exit', note);
if (process.env.DUIZHAO_BENCH_ASK === '1') process.on('SIGUSR2', note);
