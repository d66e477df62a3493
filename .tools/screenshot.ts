/** Makes the README's picture from the real screen: `node .tools/screenshot.ts [columns] [rows] [lang] [file]`. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { root, toolEnvironment } from './run.ts';
import { screenSvg } from './screen-svg.ts';

const [columns = '120', rows = '40', lang = 'en', file = '.github/review.svg'] =
  process.argv.slice(2);
const size = { columns: Number(columns), rows: Number(rows) };
const folder = mkdtempSync(join(tmpdir(), 'duizhao-screen-'));
for (const name of ['articles', 'locales']) {
  cpSync(join(root, name), join(folder, name), { recursive: true });
}

const screen = new xterm.Terminal({ cols: size.columns, rows: size.rows, allowProposedApi: true });
const child = pty.spawn(
  process.execPath,
  [join(root, 'dist', 'duizhao.js'), 'review', '2026-09-30-chenjian-jianxun'],
  {
    name: 'xterm-256color',
    cols: size.columns,
    rows: size.rows,
    cwd: folder,
    env: {
      ...toolEnvironment({
        DUIZHAO_LANG: lang,
        DUIZHAO_STATE: join(folder, 'state'),
        TERM: 'xterm-256color',
      }),
    },
  },
);
child.onData((bytes) => screen.write(bytes));

async function press(bytes: string): Promise<void> {
  child.write(bytes);
  await sleep(800);
}

await sleep(1500);
// The stale segment, open in the editor: its change is shown.
await press('\u001b[B');
await press('\r');
writeFileSync(join(root, file), screenSvg(screen.buffer.active, size));
child.kill('SIGKILL');
rmSync(folder, { recursive: true, force: true });
