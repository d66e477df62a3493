/** `npm start`: the review of the sample articles, on a copy, so that no tracked file changes. */
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.ts';

const workspace = join(root, '.sample');
if (!existsSync(workspace)) {
  mkdirSync(workspace);
  for (const folder of ['articles', 'locales']) {
    cpSync(join(root, folder), join(workspace, folder), { recursive: true });
  }
}
if (!existsSync(join(root, 'dist', 'duizhao.js'))) run('node', ['.tools/build.ts']);
const args = process.argv.slice(2);
// The bulletin has a segment of every status.
if (args.length === 0) args.push('review', '2026-09-30-chenjian-jianxun');
process.exitCode = run('node', [join(root, 'dist', 'duizhao.js'), ...args], {
  cwd: workspace,
});
