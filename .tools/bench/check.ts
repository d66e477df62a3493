/** `check` on a whole newsroom's articles against parsing and reading them alone. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { root } from '../run.ts';
import { compare, printTable, withFolder } from './measure.ts';
import { writeWorkspace } from './workspace.ts';

const program = join(root, 'dist', 'duizhao.js');

/** Bundled as the program is, so that loading modules costs both the same. */
function buildReference(folder: string): string {
  const outfile = join(folder, 'reference.mjs');
  buildSync({
    absWorkingDir: root,
    entryPoints: ['.tools/bench-reference.ts'],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
  return outfile;
}

export function benchCheck(): void {
  withFolder((folder) => {
    const cwd = join(folder, 'workspace');
    const size = { articles: 200, segments: 50 };
    writeWorkspace(cwd, size);
    const reference = buildReference(folder);
    const surroundings = { cwd, state: folder };
    const title = `${size.articles} articles of ${size.segments} segments, all reviewed`;
    const forget = () => rmSync(join(cwd, '.duizhao'), { recursive: true, force: true });
    const cold = compare(
      [
        { name: 'mdast-util-from-markdown', args: [reference, 'markdown'] },
        { name: '… with front matter', args: [reference, 'article'] },
        { name: 'duizhao check, cold', args: [program, 'check'], before: forget },
      ],
      7,
      surroundings,
    );
    printTable(`check, cold: ${title} (median of 7)`, cold);
    const warm = compare(
      [
        { name: 'read and JSON.parse', args: [reference, 'read'] },
        { name: 'duizhao check, warm', args: [program, 'check'] },
        { name: 'duizhao status, warm', args: [program, 'status'] },
      ],
      11,
      surroundings,
    );
    printTable(`check, nothing changed: ${title} (median of 11)`, warm);
  });
}
