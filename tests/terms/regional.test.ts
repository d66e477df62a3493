/** Chinese of other regions: OpenCC, and the term base before it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Variant } from '../../src/core/variants.ts';
import { loadRegionalWriting } from '../../src/terms/regional.ts';
import { regionalRules } from '../../src/terms/regional-rules.ts';
import { parseTerms, serializeTerms } from '../../src/terms/term-file.ts';

const TERMS = `zh,en,zhVariants,zhForbidden,zhTW,zhHK
晨光大桥,Chenguang Bridge,晨光桥,,晨光跨海大橋,
地铁,metro,,地下铁道,捷運,港鐵
公车,bus,,,公車,
办公车间,office workshop,,,,
`;

async function writing(variant: Variant, csv = TERMS, from: 'zh-Hans' | 'zh-Hant' = 'zh-Hans') {
  const { terms, problems } = parseTerms(csv, 'terms.csv');
  expect(problems).toEqual([]);
  const setting = { variant, from, terms };
  return { ...(await loadRegionalWriting(setting)), rules: regionalRules(setting) };
}

const tw = await writing('tw');
const hk = await writing('hk');

describe('of a text', () => {
  it.each<[string, string, string]>([
    ['头发和发展', '頭髮和發展', '頭髮和發展'],
    ['软件里的鼠标', '軟體裡的滑鼠', '軟件裏的滑鼠'],
    ['坐地铁去晨光大桥', '坐捷運去晨光跨海大橋', '坐港鐵去晨光大橋'],
    ['晨光桥通车', '晨光跨海大橋通車', '晨光橋通車'],
    ['办公车间里没有公车', '辦公車間裡沒有公車', '辦公車間裏沒有公車'],
    ['地下铁道', '地下鐵道', '地下鐵道'],
    ['The bus, 3 km, <1>车</1>!', 'The bus, 3 km, <1>車</1>!', 'The bus, 3 km, <1>車</1>!'],
    ['', '', ''],
  ])('%s', (text, inTaiwan, inHongKong) => {
    expect(tw.convert(text)).toBe(inTaiwan);
    expect(hk.convert(text)).toBe(inHongKong);
  });

  it('in traditional characters, only the region’s forms change', async () => {
    const fromHant = await writing('tw', 'zh,en\n', 'zh-Hant');
    expect(fromHant.convert('皇后在裏面，鼠標在裏面')).toBe('皇后在裡面，滑鼠在裡面');
  });

  it('never changes what is not Chinese', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(tw.convert(text)).toBe(text);
      }),
    );
  });
});

describe('the rules have a name', () => {
  it('that changes with the region’s terms and with nothing else', async () => {
    const other = await writing('tw', TERMS.replace('捷運', '地鐵'));
    const [again, plain, bare] = [
      await writing('tw'),
      await writing('tw', 'zh,en\n鱼,fish\n'),
      await writing('tw', 'zh,en\n'),
    ];
    expect(again.rules).toBe(tw.rules);
    expect(new Set([tw.rules, hk.rules, other.rules, bare.rules]).size).toBe(4);
    expect(plain.rules).toBe(bare.rules);
  });
});

describe('in the file of the term base', () => {
  it('the columns stay', () => {
    const { terms } = parseTerms(TERMS, 'terms.csv');
    const written = serializeTerms(terms);
    expect(written.split('\n')[0]).toMatch(/,case,zhTW,zhHK$/);
    const withoutLines = (text: string) =>
      parseTerms(text, 'terms.csv').terms.map(({ line: _line, ...term }) => term);
    expect(withoutLines(written)).toEqual(withoutLines(TERMS));
  });

  it('a column that no term uses is not written', () => {
    const { terms } = parseTerms('zh,en,zhTW,zhHK\n地铁,metro,捷運,\n', 'terms.csv');
    expect(serializeTerms(terms).split('\n')[0]).toMatch(/,case,zhTW$/);
    expect(serializeTerms(terms.map(({ regional: _own, ...term }) => term))).not.toContain('zhTW');
  });
});
