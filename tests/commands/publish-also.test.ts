/** `publish --also`: what is written besides the pages, and printed only when it has to be. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseAlso } from '../../src/commands/publish-also.ts';
import { command } from '../../src/commands/publish.ts';
import { parseConfig } from '../../src/config.ts';
import { ALSO, type AlsoName } from '../../src/core/also.ts';
import type { FlavourName } from '../../src/core/flavours.ts';
import type { NoPrinter, Printer } from '../../src/core/printer.ts';
import type { ArticleState } from '../../src/core/state.ts';
import { articleState } from '../editions/builder.ts';
import { StatesPlace } from '../support/states-place.ts';

const market = (fish: string): ArticleState =>
  articleState(
    'market',
    '---\ntitle: 早市\ndate: 2026-05-01\n---\n\n鱼卖光了。\n',
    ({ segment }) => (segment.text === '早市' ? 'The morning market' : fish),
  );
const harbour = articleState('harbour', '---\ntitle: 港口\n---\n\n船开了。\n', () => 'A boat.');

let place: StatesPlace;
let root = '';
let printed: string[] = [];
let printer: Printer | { readonly missing: NoPrinter };

beforeEach(() => {
  place = new StatesPlace();
  ({ root } = place);
  printed = [];
  printer = printerNamed('Chromium 1');
});
afterEach(() => place.remove());

function printerNamed(name: string): Printer {
  return {
    name,
    print: async (html, moment) => {
      printed.push(moment);
      return Buffer.from(`%PDF ${html}`);
    },
    close: async () => undefined,
  };
}

async function publish(
  states: readonly ArticleState[],
  also?: readonly AlsoName[],
  config: unknown = {},
  format?: FlavourName,
) {
  printed = [];
  const services = place.services(states, config, { openPrinter: async () => printer });
  const flags = {
    drafts: false,
    clean: false,
    json: false,
    ...(also === undefined ? {} : { also }),
    ...(format === undefined ? {} : { format }),
  };
  return command.run(services, flags, []);
}

const OWN = /\.(?:docx|epub|pdf|tmx)$|segments\.json$/;
const also = (): string[] =>
  readdirSync(join(root, 'site'), { recursive: true, encoding: 'utf8' })
    .filter((path) => OWN.test(path))
    .sort();

describe('publish --also', () => {
  it.each<[AlsoName, readonly string[]]>([
    ['docx', ['duizhao/market/market.docx']],
    [
      'epub',
      ['zh', 'en', 'duizhao'].flatMap((view) => [`${view}.epub`, `${view}/market/market.epub`]),
    ],
    ['pairs', ['segments.json', 'duizhao/market/segments.json']],
    ['pdf', ['zh', 'en', 'duizhao'].map((view) => `${view}/market/market.pdf`)],
    ['tmx', ['duizhao.tmx', 'duizhao/market/market.tmx']],
  ])('%s', async (name, paths) => {
    await publish([market('Sold out.')], [name]);
    expect(also()).toEqual([...paths].sort());
  });

  it('adds to what the config names', async () => {
    await publish([market('Sold out.')], ['tmx'], { publish: { also: ['docx'] } });
    expect(also()).toEqual([
      'duizhao.tmx',
      'duizhao/market/market.docx',
      'duizhao/market/market.tmx',
    ]);
  });

  it('writes none of it unless asked, and takes away what nobody asks for any more', async () => {
    await publish([market('Sold out.')], [...ALSO]);
    expect(also()).toHaveLength(14);
    await publish([market('Sold out.')]);
    expect(also()).toEqual([]);
  });

  it('changes nothing when it runs again, and prints nothing', async () => {
    await publish([market('Sold out.'), harbour], [...ALSO]);
    expect(printed).toHaveLength(6);
    const { output } = await publish([market('Sold out.'), harbour], [...ALSO]);
    expect(output).toContain('0 files');
    expect(printed).toEqual([]);
  });

  it('prints what has changed alone, and all of it with another browser', async () => {
    await publish([market('Sold out.'), harbour], ['pdf']);
    await publish([market('None is left.'), harbour], ['pdf']);
    expect(printed).toEqual(Array(3).fill('2026-05-01T00:00:00Z'));
    printer = printerNamed('Chromium 2');
    await publish([market('None is left.'), harbour], ['pdf']);
    expect(printed).toHaveLength(6);
  });

  it.each<[NoPrinter, RegExp]>([
    ['browser', /needs Chromium.*CHROMIUM_PATH/],
    ['named', /CHROMIUM_PATH names no program/],
    ['fonts', /font with Chinese characters.*fc-list :lang=zh/],
  ])(
    'says in a sentence that there is no %s, and leaves the site as it is',
    async (missing, says) => {
      await publish([market('Sold out.')]);
      const before = readFileSync(join(root, 'site/en/market/index.html'), 'utf8');
      printer = { missing };
      await expect(publish([market('None is left.')], ['pdf'])).rejects.toThrow(says);
      expect(readFileSync(join(root, 'site/en/market/index.html'), 'utf8')).toBe(before);
      expect(existsSync(join(root, 'site/en/market/market.pdf'))).toBe(false);
    },
  );

  it('has no place beside Markdown that is written instead of the site', async () => {
    await expect(publish([market('Sold out.')], ['epub'], {}, 'hugo')).rejects.toThrow(
      'leave one of them out',
    );
    await publish([market('Sold out.')], undefined, { publish: { also: ['epub'] } }, 'hugo');
    expect(readdirSync(root)).toEqual(expect.arrayContaining(['site-hugo']));
    expect(readdirSync(root)).not.toContain('site');
  });

  it('is linked to from the front pages, where it holds all articles', async () => {
    await publish([market('Sold out.')], ['epub', 'docx']);
    const front = (view: string) => readFileSync(join(root, 'site', view, 'index.html'), 'utf8');
    for (const view of ['zh', 'en', 'duizhao']) {
      expect(front(view)).toContain(`href="../${view}.epub"`);
      expect(front(view)).not.toContain('docx');
    }
    await publish([market('Sold out.')]);
    for (const view of ['zh', 'en', 'duizhao']) expect(front(view)).not.toContain('.epub');
  });

  it('takes several names, and knows what was meant', () => {
    expect(parseAlso('epub, docx,tmx')).toEqual(['epub', 'docx', 'tmx']);
    expect(() => parseAlso('epbu')).toThrow('did you mean "epub"?');
    expect(() => parseAlso('epub,')).toThrow('expected docx, epub, pairs, pdf, tmx');
  });
});

describe('publish.variants', () => {
  it('derives the pages of regions, with the characters of their own', async () => {
    const state = articleState(
      'hair',
      '---\ntitle: 理发店\n---\n\n头发短了。\n',
      () => 'Short hair.',
    );
    await publish([state], [], {
      publish: { variants: ['tw', 'hk', 'tw'], url: 'https://news.example' },
    });
    for (const folder of ['zh-tw', 'zh-hk']) {
      const page = readFileSync(join(root, 'site', folder, 'hair/index.html'), 'utf8');
      expect(page).toContain('理髮店');
      expect(page).toContain('頭髮短了。');
    }
  });

  it.each([{ zh: 'zh-tw' }, { en: 'zh-hk' }, { bilingual: 'pictures' }])(
    'no edition may have a folder that is taken: %j',
    (paths) => {
      expect(() => parseConfig({ publish: { paths } }, 'c.json')).toThrow(
        'expected other names than pictures, zh-tw, zh-hk',
      );
    },
  );
});
