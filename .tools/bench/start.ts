/** What it costs to start: the cheapest commands against a Node that does nothing. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.ts';
import { compare, printTable, withFolder } from './measure.ts';

const program = join(root, 'dist', 'duizhao.js');

export function benchStart(): void {
  withFolder((folder) => {
    const cwd = join(folder, 'sample');
    for (const name of ['articles', 'locales']) {
      cpSync(join(root, name), join(cwd, name), { recursive: true });
    }
    const medians = compare(
      [
        { name: 'node -e 0', args: ['-e', '0'] },
        { name: 'duizhao --version', args: [program, '--version'] },
        { name: 'duizhao --help', args: [program, '--help'] },
        { name: 'duizhao status', args: [program, 'status'] },
        { name: 'duizhao check', args: [program, 'check'], codes: [0, 1] },
      ],
      15,
      { cwd, state: folder },
    );
    printTable('start: the sample, nothing changed (median of 15)', medians);
  });
}
