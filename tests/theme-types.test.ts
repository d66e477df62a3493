/** A theme that an editor understands: the declarations in the package, as a site owner's tsc reads them. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { themeTypes } from '../.tools/theme-types.ts';
import { root } from './support/source.ts';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'theme-types-'));
  mkdirSync(join(folder, 'dist'));
  for (const [name, text] of await themeTypes(root))
    writeFileSync(join(folder, 'dist', name), text);
  const compilerOptions = {
    jsx: 'react-jsx',
    jsxImportSource: 'duizhao',
    module: 'preserve',
    moduleResolution: 'bundler',
    target: 'es2023',
    strict: true,
    noEmit: true,
    types: [],
    paths: { 'duizhao/*': ['./dist/*'] },
  };
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, include: ['theme.tsx'] }),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function complaints(theme: string): string {
  writeFileSync(join(folder, 'theme.tsx'), theme);
  const tsc = join(root, 'node_modules', '.bin', 'tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
  return stdout;
}

const FOOT = `import { parts, type FootProps, type MastheadProps } from 'duizhao/theme';

const Name = ({ children }: { children?: FootProps['page']['name'] }) => <strong>{children}</strong>;

export const foot = ({ page, links }: FootProps) => (
  <footer class="ours" hidden={false}>
    <Name>{page.name}</Name>
    {links.map(({ href, words }) => <a href={href}>{words}</a>)}
    <>{page.say('articles')} {links.length}</>
  </footer>
);
export const masthead = (props: MastheadProps) => <div>{parts.masthead(props)}</div>;
`;

describe('the declarations for a theme', () => {
  it('take a theme as the README writes one', () => {
    expect(complaints(FOOT)).toBe('');
  });

  it.each([
    ['a property that a part is not told', FOOT.replace('page.name', 'page.nmae'), "'nmae'"],
    [
      'a word that the tool does not have',
      FOOT.replace("'articles'", "'artikel'"),
      '\'"artikel"\'',
    ],
    [
      'a function as an attribute',
      FOOT.replace('hidden={false}', 'onclick={() => 1}'),
      "'() => number'",
    ],
  ])('complain of %s', (_what, theme, word) => {
    expect(complaints(theme)).toContain(word);
  });
});
