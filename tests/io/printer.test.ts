/** PDFs by a Chromium: found or refused, and what they hold. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Printer } from '../../src/core/printer.ts';
import { cardOf } from '../../src/editions/card.ts';
import { papersOf } from '../../src/editions/book/paper.ts';
import { findChromium, hasChineseFont } from '../../src/io/chromium/find.ts';
import { openPrinter } from '../../src/io/printer.ts';
import { EVERY_BLOCK, HOSTILE, MIXED, MIXED_TARGETS } from '../editions/articles.ts';
import { articleState, OPTIONS, table } from '../editions/builder.ts';

const folder = mkdtempSync(join(tmpdir(), 'printer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program of these lines. */
function program(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

function onPath(command: string): string | null {
  try {
    return execFileSync('sh', ['-c', `command -v ${command}`], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}

const found = await findChromium(process.env);
const hasTools = onPath('pdftotext') !== null && (await hasChineseFont(process.env));

describe('without what it takes', () => {
  const bin = join(folder, 'bin');
  beforeAll(() => {
    const empty = program('fc-list', 'exit 0');
    mkdirSync(bin);
    symlinkSync(empty, join(bin, 'fc-list'));
    symlinkSync(program('fake-chromium', 'echo Chromium 1.2'), join(bin, 'chromium'));
  });

  it('says so: CHROMIUM_PATH leads nowhere', async () => {
    const environment = { PATH: bin, CHROMIUM_PATH: join(folder, 'none') };
    expect(await openPrinter(environment)).toEqual({ missing: 'named' });
  });

  it.runIf(process.platform === 'linux')('says so: no font is there that has Chinese', async () => {
    expect(await openPrinter({ PATH: bin })).toEqual({ missing: 'fonts' });
  });

  it('takes the browser that CHROMIUM_PATH names before others', async () => {
    const named = program('mine', 'exit 0');
    expect(await findChromium({ PATH: bin, CHROMIUM_PATH: named })).toBe(named);
    expect(await findChromium({ PATH: `/nowhere:${bin}` })).toBe(join(bin, 'chromium'));
  });
});

const states = [
  articleState('mixed', MIXED, table(MIXED_TARGETS)),
  articleState(
    'all',
    EVERY_BLOCK,
    ({ index }) => `译文第${index}句：美丽、立马、户口、龙、鸟、长、门、见、车。`,
  ),
  articleState('hostile', HOSTILE, ({ index }) => `译文${index}<img src=x onerror=alert(6)>`),
];
const site = {
  options: { ...OPTIONS, drafts: true },
  slugs: new Set(states.map(({ article }) => article.slug)),
};
const papers = states.flatMap((state) =>
  papersOf({ state, card: cardOf(state, site.options) }, site),
);

function textOf(pdf: Uint8Array): string {
  const file = join(folder, 'a.pdf');
  writeFileSync(file, pdf);
  return execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-'], { encoding: 'utf8' });
}

/** Every Chinese character, in a fixed order. */
function hanOf(text: string): string {
  return [...text.matchAll(/\p{Script=Han}/gu)]
    .map(([sign]) => sign)
    .toSorted()
    .join('');
}

function bodyOf(html: string): string {
  return html.slice(html.indexOf('<body>')).replaceAll(/<[^>]*>/g, '');
}

describe.skipIf(found === null || !hasTools)('a Chromium', () => {
  let printer: Printer;
  let server: Server;
  let asked = 0;

  beforeAll(async () => {
    const opened = await openPrinter(process.env);
    if ('missing' in opened) throw new Error(opened.missing);
    printer = opened;
    server = createServer((_request, response) => {
      asked += 1;
      response.end('x');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  }, 60_000);

  afterAll(async () => {
    await printer.close();
    server.close();
  });

  it.each(papers.map(({ path, ...paper }) => [path, paper] as const))(
    'prints %s with every Chinese character of it',
    async (_path, { html, moment }) => {
      const pdf = await printer.print(html, moment);
      expect(hanOf(textOf(pdf))).toBe(hanOf(bodyOf(html)));
    },
    60_000,
  );

  it('makes a tagged PDF with title, language, and the dates of the article', async () => {
    const [{ html, moment } = { html: '', moment: '' }] = papers;
    const pdf = await printer.print(html, moment);
    const file = join(folder, 'info.pdf');
    writeFileSync(file, pdf);
    const info = execFileSync('pdfinfo', ['-isodates', file], { encoding: 'utf8' });
    expect(info).toMatch(/Title: +小店开进海边老街/);
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toMatch(/Page size: .*A4/);
    expect(info).toMatch(/CreationDate: +2026-03-04T00:00:00Z/);
    const text = Buffer.from(pdf).toString('latin1');
    expect(text).toContain('/Lang (zh-Hans)');
    expect(text).toContain('/Outlines');
  }, 60_000);

  it('makes the same bytes again', async () => {
    const [{ html, moment } = { html: '', moment: '' }] = papers;
    const [first, second] = [await printer.print(html, moment), await printer.print(html, moment)];
    expect(Buffer.from(first).equals(second)).toBe(true);
  }, 60_000);

  it('loads nothing and runs nothing, whatever a document asks for', async () => {
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/`;
    writeFileSync(join(folder, 'secret.txt'), '机密');
    const html = `<!doctype html><html lang="zh"><title>t</title><link rel="stylesheet" href="${url}a.css">
      <style>@import url(${url}b.css); body { background: url(${url}c.png) }</style>
      <body><p>正文</p><img src="${url}d.png"><script>fetch("${url}e"); document.write("运行了")</script>
      <iframe src="file://${join(folder, 'secret.txt')}"></iframe></body></html>`;
    const text = textOf(await printer.print(html, '2026-01-01T00:00:00Z'));
    expect(text).toContain('正文');
    expect(text).not.toMatch(/运行了|机密/);
    expect(asked).toBe(0);
  }, 60_000);

  it('leaves no profile behind', async () => {
    const profiles = (): string[] =>
      readdirSync(tmpdir()).filter((name) => name.startsWith('duizhao-print-'));
    const before = profiles().length;
    const other = await openPrinter(process.env);
    if ('missing' in other) throw new Error(other.missing);
    await other.print('<!doctype html><title>t</title><p>字', '2026-01-01T00:00:00Z');
    expect(profiles()).toHaveLength(before + 1);
    await other.close();
    expect(profiles()).toHaveLength(before);
  }, 60_000);
});

describe('a program that is no Chromium', () => {
  const fonts = join(folder, 'fonts');
  beforeAll(() => {
    mkdirSync(fonts);
    symlinkSync(program('some-fonts', 'echo a.ttf'), join(fonts, 'fc-list'));
  });

  it.each([
    ['ends at once', 'echo Chromium 1.2; exit 0'],
    ['says nonsense', 'echo Chromium 1.2; printf "nonsense\\0" >&4; sleep 1'],
  ])(
    '%s: one sentence, and it is gone',
    async (_what, script) => {
      const path = program('bad-chromium', script);
      const bad = await openPrinter({
        PATH: `${fonts}:${process.env['PATH']}`,
        CHROMIUM_PATH: path,
      });
      const moment = '2026-01-01T00:00:00Z';
      const printed = 'missing' in bad ? Promise.resolve(bad) : bad.print('<p>字', moment);
      await expect(printed).rejects.toThrow(/could not print \(.*\): is it a Chromium/);
    },
    30_000,
  );
});
