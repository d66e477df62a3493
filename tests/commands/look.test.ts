/** A site's own parts and CSS: `publish.theme`, `publish.css`. */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLook } from '../../src/commands/look.ts';
import { parseConfig } from '../../src/config.ts';
import { renderEditions } from '../../src/editions/index.ts';
import { readLook } from '../../src/io/look.ts';
import type { OpenWorkspace, Services } from '../../src/services.ts';
import { articleState, OPTIONS } from '../editions/builder.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'look-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const market = articleState(
  'market',
  '---\ntitle: <b>早市</b> & co\n---\n\n鱼卖光了。\n',
  () => 'X.',
);

function look(publish: object) {
  const config = parseConfig({ publish }, 'duizhao.config.json');
  const services = { readLook } as unknown as Services;
  return openLook(services, { config, workspace: { root } } as unknown as OpenWorkspace);
}

async function pageWith(theme: string, others: Readonly<Record<string, string>> = {}) {
  for (const [name, text] of Object.entries({ 'theme.tsx': theme, ...others })) {
    writeFileSync(join(root, name), text);
  }
  const own = await look({ theme: 'theme.tsx' });
  return renderEditions([market], OPTIONS, own).get('zh/market/index.html') as string;
}

const FOOT = `import type { FootProps } from 'duizhao/theme';
import { Mark } from './mark';

/** Our foot. */
export const foot = ({ page, links }: FootProps) => (
  <footer class="ours" aria-label={'a "b" <c>'} hidden={false}>
    <Mark>{page.name}</Mark>
    {links.map(({ href, words }) => <a href={href}>{words}</a>)}
    <>1 {'<'} 2 {null}{links.length > 99 && 'many'}</>
  </footer>
);
`;
const MARK = `export function Mark({ children }: { children: unknown }) {
  return <strong>{children}</strong>;
}
`;

describe('a theme', () => {
  it('puts its parts in the place of the tool’s, typed, with parts of its own', async () => {
    const page = await pageWith(FOOT, { 'mark.tsx': MARK });
    expect(page).toContain(
      '<footer class="ours" aria-label="a &#x22;b&#x22; <c>"><strong>晨报</strong><a href="../../zh/">全部文章</a>',
    );
    expect(page).toContain('1 &#x3C; 2 </footer>');
    // All else is the tool's own.
    expect(page).toContain('<header class="masthead">');
  });

  it('may use the tool’s own parts', async () => {
    const page = await pageWith(`import { parts } from 'duizhao/theme';
export const masthead = (props) => <div id="top">{parts.masthead(props)}</div>;
export const head = ({ page }) => <link rel="icon" href={page.root + 'icon.svg'} />;
`);
    expect(page).toContain('<div id="top"><header class="masthead">');
    expect(page).toContain('<link rel="icon" href="../../icon.svg">');
  });

  it('cannot turn a text into markup', async () => {
    const page = await pageWith(`export const articleHeader = ({ title }) =>
  <header><h1>{title}</h1>{'<img src=x onerror=alert(1)>'}{{ type: 'text', value: '</main>' }}</header>;
`);
    expect(page).not.toMatch(/<img|<b>/);
    expect(page.match(/<\/main>/g)).toHaveLength(1);
  });

  it.each([
    ['a slip of the pen', 'export function foot() {\n  const x = ;\n}\n', /^theme\.tsx:2: /],
    ['an error while it loads', '\n\nthrow new Error("no luck");\n', /^theme\.tsx:3: no luck\.$/],
    [
      'an error while a page is made',
      'export const foot = () => {\n  const x = undefined;\n  return x.y;\n};\n',
      /^theme\.tsx:3: the part "foot" failed: .*undefined.*\.$/,
    ],
    [
      'an unknown part',
      'export const fout = () => null;',
      /no part is called "fout": did you mean "foot"\?$/,
    ],
    ['a part that is no function', 'export const foot = 1;', /"foot" is no function/],
    [
      'what no page can hold',
      'export const foot = () => ({ a: 1 });',
      /"foot" gave back an object that is no element \(a\)/,
    ],
    [
      'a function as attribute',
      'export const foot = () => <a onClick={() => 1}>x</a>;',
      /theme\.tsx:1: .*"onClick"/,
    ],
    [
      'a module from elsewhere',
      "import fs from 'node:fs';\nexport const foot = () => fs.x;",
      /imports "node:fs", which is neither/,
    ],
    ['a file outside', "import x from '../x';\nexport const foot = () => x;", /imports "\.\.\/x"/],
  ])('says in one sentence where it is wrong: %s', async (_what, source, sentence) => {
    const failure = pageWith(source);
    await expect(failure).rejects.toMatchObject({ name: 'UserError', exitCode: 2 });
    await expect(failure).rejects.toThrow(sentence);
  });

  it.each(['../theme.tsx', 'missing.tsx', 'link.tsx'])(
    'has to be in the workspace: %s',
    async (theme) => {
      symlinkSync('/etc/hostname', join(root, 'link.tsx'));
      await expect(look({ theme })).rejects.toMatchObject({ name: 'UserError' });
    },
  );
});

describe('the icon of a site', () => {
  it.each(['svg', 'PNG', 'ico'])('takes the place of the tool’s own: .%s', async (ending) => {
    const bytes = Buffer.from([0, 255, 128, 10]);
    writeFileSync(join(root, `our.${ending}`), bytes);
    const own = await look({ icon: `our.${ending}` });
    const files = renderEditions([market], OPTIONS, own);
    const path = `site-icon.${ending.toLowerCase()}`;
    expect([...files.keys()].filter((each) => each.includes('icon'))).toEqual([path]);
    expect(Buffer.from(files.get(path) ?? '')).toEqual(bytes);
    expect(files.get('zh/market/index.html')).toContain(`<link rel="icon" href="../../${path}">`);
    expect(files.get('404.html')).toContain(`<link rel="icon" href="/${path}">`);
  });

  it('changes what pages are made of when it changes', async () => {
    writeFileSync(join(root, 'our.svg'), '<svg/>');
    const before = await look({ icon: 'our.svg' });
    writeFileSync(join(root, 'our.svg'), '<svg />');
    expect((await look({ icon: 'our.svg' })).hash).not.toBe(before.hash);
  });

  it.each([
    ['missing.svg', 'no such file'],
    ['../our.svg', 'no such file'],
    ['link.svg', 'out of the workspace'],
    ['our.webp', 'an icon is an SVG, PNG or ICO file'],
  ])('has to be such a file in the workspace: %s', async (icon, says) => {
    symlinkSync('/etc/hostname', join(root, 'link.svg'));
    writeFileSync(join(root, 'our.webp'), '');
    await expect(look({ icon })).rejects.toMatchObject({ name: 'UserError' });
    await expect(look({ icon })).rejects.toThrow(says);
  });
});

describe('the CSS of a site', () => {
  it('comes after the tool’s own', async () => {
    writeFileSync(join(root, 'site.css'), ':root { --accent: teal }\n');
    const own = await look({ css: 'site.css' });
    const css = renderEditions([market], OPTIONS, own).get('style.css') as string;
    expect(css.trimEnd().endsWith(':root { --accent: teal }')).toBe(true);
  });

  it.each(['../site.css', 'missing.css'])('has to be in the workspace: %s', async (css) => {
    await expect(look({ css })).rejects.toMatchObject({ name: 'UserError' });
  });
});

it('has Chinese subjects in pinyin, and two that read alike apart', async () => {
  const text = '---\ntitle: 早\ntags: [时事, 实事, Climate Change, C++, C]\n---\n\n鱼。\n';
  const state = articleState('fish', text, () => 'Fish.');
  const own = await look({});
  await own.ready();
  const paths = [...renderEditions([state], OPTIONS, own).keys()];
  const slugs = paths.flatMap((path) => /^zh\/tags\/([^/]+)\/index/.exec(path)?.[1] ?? []);
  expect(slugs.map((slug) => slug.replace(/-[0-9a-f]{5}$/, '-#')).sort()).toEqual([
    'c',
    'c-#',
    'climate-change',
    'shi-shi-#',
    'shi-shi-#',
  ]);
  expect(new Set(slugs).size).toBe(5);
});

it('has a name that changes with any of its files', async () => {
  writeFileSync(join(root, 'mark.tsx'), MARK);
  writeFileSync(join(root, 'theme.tsx'), FOOT);
  const { hash } = await look({ theme: 'theme.tsx' });
  expect((await look({ theme: 'theme.tsx' })).hash).toBe(hash);
  writeFileSync(join(root, 'mark.tsx'), `${MARK}\n`);
  expect((await look({ theme: 'theme.tsx' })).hash).not.toBe(hash);
});
