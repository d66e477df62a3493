/** The locale files through i18next itself, with the settings that the README recommends. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { createInstance, type i18n } from 'i18next';
import { describe, expect, it } from 'vitest';
import { serializeLocale } from '../src/core/locale-file.ts';
import { LANGS, type Lang } from '../src/core/model.ts';
import { createTranslate } from '../src/interface.ts';
import { root } from './support/source.ts';

type Strings = Readonly<Record<string, string>>;
type Resources = Record<Lang, Record<string, Strings>>;

async function open(resources: Resources, lng: Lang): Promise<i18n> {
  const instance = createInstance();
  await instance.init({
    lng,
    fallbackLng: false,
    resources,
    keySeparator: false,
    nsSeparator: false,
    returnEmptyString: true,
    interpolation: { escapeValue: false },
  });
  return instance;
}

/** What i18next gives back for every key, asked in the two ways that leave text alone. */
async function readBack(resources: Resources, lang: Lang, ns: string): Promise<readonly Strings[]> {
  const instance = await open(resources, lang);
  const keys = Object.keys(resources[lang][ns] ?? {});
  return [
    Object.fromEntries(keys.map((key) => [key, instance.t(key, { ns, skipInterpolation: true })])),
    Object.fromEntries(
      keys.map((key) => [
        key,
        String(instance.getResource(lang, ns, key, { keySeparator: false })),
      ]),
    ),
  ];
}

/** What differs from the files; nothing, if all is well. */
async function lossesOf(resources: Resources, ns: string): Promise<unknown[]> {
  const losses: unknown[] = [];
  for (const lang of LANGS) {
    const strings = Object.entries(resources[lang][ns] ?? {});
    for (const read of await readBack(resources, lang, ns)) {
      const lost = strings.filter(([key, text]) => read[key] !== text);
      losses.push(...lost.map(([key, text]) => ({ lang, key, text, read: read[key] })));
    }
  }
  return losses;
}

const sample: Resources = { zh: {}, en: {} };
for (const lang of LANGS) {
  for (const name of readdirSync(join(root, 'locales', lang))) {
    const text = readFileSync(join(root, 'locales', lang, name), 'utf8');
    sample[lang][name.replace(/\.json$/, '')] = JSON.parse(text) as Strings;
  }
}
const articles = Object.keys(sample.zh).filter((slug) => slug !== 'duizhao');

describe('gives back byte for byte', () => {
  it('finds the sample', () => expect(articles.length).toBeGreaterThan(0));

  it.each(articles)('%s', async (slug) => {
    expect(await lossesOf(sample, slug)).toEqual([]);
  });

  it.each([
    ['a value in braces', '费用为 {{price}} 元', 'It costs {{price}}.'],
    ['braces that never close', '写作 {{ 即可', 'Write {{ and go on'],
    ['a call that names another key', '函数 $t(title)', 'The function $t(title)'],
    ['a call to itself', '$t(s1aaaaaaa)', '$t(s1aaaaaaa)'],
    ['colons and dots', '时间：9:30。见 a.b:c', 'At 9:30, see a.b:c...'],
    ['inline tags', '<1>重点</1>和<2/>', '<1>Focus</1> and <2/>'],
    ['HTML that was escaped', '&lt;b&gt; 与 &amp;', 'a &lt;b&gt; &amp; c'],
    ['quotes of both kinds', '“引文”『题』"直"', '“Quote” \'single\' "double" \\ back'],
    ['characters beyond the first plane', '𠀀𠮷野家', 'a 👩‍👩‍👧 family 🏳️‍🌈'],
    ['a line break', '第一行\n第二行', 'one\ntwo'],
    ['a word that objects know', 'constructor', '__proto__'],
    ['white space at the ends', '　全角空格　', ' spaces '],
  ])('%s', async (_what, zh, en) => {
    const keys = ['title', 's1aaaaaaa', 's2constr'];
    const texts = { zh, en };
    const resources: Resources = { zh: {}, en: {} };
    for (const lang of LANGS) {
      const text = serializeLocale(new Map(keys.map((key) => [key, texts[lang]])));
      resources[lang]['hostile'] = JSON.parse(text) as Strings;
      expect(Object.keys(resources[lang]['hostile'])).toEqual(keys);
    }
    expect(await lossesOf(resources, 'hostile')).toEqual([]);
  });

  it('any text at all', async () => {
    const piece = fc.oneof(
      fc.constantFrom('{{', '}}', '{{x}}', '$t(', ')', '<1>', '</1>', '.', ':', '_', '"', '\\'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(text, text, async (zh, en) => {
        const strings = (value: string) =>
          JSON.parse(serializeLocale(new Map([['s1aaaaaaa', value]]))) as Strings;
        const resources = { zh: { any: strings(zh) }, en: { any: strings(en) } };
        expect(await lossesOf(resources, 'any')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the tool itself', () => {
  it('shows a value as it stands, whatever it looks like', async () => {
    const t = await createTranslate('en');
    const folder = '{{path}} $t(init.next) <b>';
    expect(t('workspace.none', { folder })).toContain(folder);
  });

  it('chooses the plural form', async () => {
    const t = await createTranslate('en');
    expect(t('review.notice.recovered', { count: 1 })).toContain('1 segment was');
    expect(t('review.notice.recovered', { count: 2 })).toContain('2 segments were');
  });
});
