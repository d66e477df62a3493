/** Makes the READMEs' pictures from the real screen: `node .tools/screenshot.ts`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import type { Lang } from '../src/core/model.ts';
import { buildInto } from './build.ts';
import { root, toolEnvironment } from './run.ts';
import { screenSvg, type ScreenSize } from './screen-svg.ts';
import { ARTICLE, makeWorkspace } from './screenshot-workspace.ts';

interface Shot extends ScreenSize {
  readonly file: string;
  readonly lang: Lang;
  /** What is typed, key after key. */
  readonly keys: readonly string[];
}

const goTo = (number: number) => ['\u001bg', String(number), '\r'];
const EDIT = '\r';
const TAB = '\t';

const SHOTS: readonly Shot[] = [
  {
    file: 'review-en.svg',
    lang: 'en',
    columns: 120,
    rows: 40,
    keys: [...goTo(8), EDIT, 'Some mountain roads may be closed temporarily, so'],
  },
  {
    file: 'review-zh.svg',
    lang: 'zh',
    columns: 120,
    rows: 40,
    keys: [...goTo(17), EDIT],
  },
  {
    file: 'review-80x24.svg',
    lang: 'en',
    columns: 80,
    rows: 24,
    keys: [
      ...goTo(8),
      EDIT,
      'Some mountain roads may be closed; check road conditions before you travel.',
      TAB,
      TAB,
    ],
  },
];

async function take({ file, lang, columns, rows, keys }: Shot, program: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-screen-'));
  makeWorkspace(folder);
  const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const child = pty.spawn(process.execPath, [join(program, 'duizhao.js'), 'review', ARTICLE], {
    name: 'xterm-256color',
    cols: columns,
    rows,
    cwd: folder,
    env: toolEnvironment({
      DUIZHAO_LANG: lang,
      DUIZHAO_USER: 'Wen Ruo',
      DUIZHAO_STATE: join(folder, 'state'),
      TERM: 'xterm-256color',
    }),
  });
  child.onData((bytes) => screen.write(bytes));
  await sleep(2000);
  for (const bytes of keys) {
    child.write(bytes);
    await sleep(600);
  }
  writeFileSync(join(root, '.github', file), screenSvg(screen.buffer.active, { columns, rows }));
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}

const program = mkdtempSync(join(tmpdir(), 'duizhao-program-'));
await buildInto(program);
for (const shot of SHOTS) await take(shot, program);
rmSync(program, { recursive: true, force: true });
