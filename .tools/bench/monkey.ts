/** Keys at random in a real terminal: does it crash, lose a pair, or leave the terminal in disorder? */
import { runTerminal } from '../../tests/support/monkey-terminal.ts';

const KEYS = 500;

/**
 * @param count of runs
 * @param start seed of the first one; a new one each time unless given
 */
export async function benchMonkey(count = '200', start = String(Date.now() % 1e9)): Promise<void> {
  const [runs, first] = [Number(count), Number(start)];
  let [sessions, looks, pairs, failed] = [0, 0, 0, 0];
  console.log(`seeds ${first} to ${first + runs - 1}, ${KEYS} keys each`);
  for (let seed = first; seed < first + runs; seed += 1) {
    const run = await runTerminal(seed, KEYS);
    sessions += run.sessions;
    looks += run.looks;
    pairs += run.pairs;
    if (run.faults.length > 0) failed += 1;
    for (const fault of run.faults) console.log(`seed ${seed}: ${fault}`);
    if (process.stderr.isTTY) process.stderr.write(`\r${seed - first + 1}/${runs} `);
  }
  console.log(`monkey: ${runs} runs, ${failed} failed; the program was started ${sessions} times`);
  console.log(
    `pairs that a screen called saved: ${pairs}, seen in ${looks} looks; none may be lost`,
  );
}
