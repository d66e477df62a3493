/** Chinese as it is written in a region, derived by OpenCC and by what the term base says. */
import { createHash } from 'node:crypto';
import type { Variant } from '../core/variants.ts';
import { createMatcher } from './matcher.ts';
import type { Term } from './model.ts';

export interface RegionalWriting {
  readonly convert: (text: string) => string;
  /** Name of all that it was made of besides OpenCC: other rules, another name. */
  readonly rules: string;
}

interface RegionalSetting {
  readonly variant: Variant;
  /** The script that texts are in. */
  readonly from: 'zh-Hans' | 'zh-Hant';
  readonly terms: readonly Term[];
}

/** OpenCC's own chains: characters and phrases first, then the region's words and forms. */
async function loadOpenCc({ variant, from }: RegionalSetting): Promise<(text: string) => string> {
  const { ConverterFactory } = await import('opencc-js/core');
  const to =
    variant === 'tw'
      ? (await import('opencc-js/to/twp')).default
      : (await import('opencc-js/to/hkp')).default;
  // Texts in traditional characters only want the region's forms.
  if (from === 'zh-Hant') return ConverterFactory(to);
  return ConverterFactory((await import('opencc-js/from/cn')).default, to);
}

const HAN = /\p{Script=Han}/u;

/**
 * Loads the conversion (1.2 MB of dictionaries, for whoever asks). Where a term of the term base stands that has a
 * form of its own for the region, this form stands in the result as it is; a longer term hides a shorter one.
 */
export async function loadRegionalWriting(setting: RegionalSetting): Promise<RegionalWriting> {
  const { variant, from, terms } = setting;
  const convert = await loadOpenCc(setting);
  const own = terms.filter(({ regional }) => regional?.[variant] !== undefined);
  const matcher = createMatcher(own.length === 0 ? [] : terms);
  const withTerms = (text: string): string => {
    let result = '';
    let at = 0;
    for (const { term, span, forbidden } of matcher.find(text, 'zh')) {
      const form = term.regional?.[variant];
      if (form === undefined || forbidden) continue;
      result += convert(text.slice(at, span.from)) + form;
      at = span.to;
    }
    return result + convert(text.slice(at));
  };
  const rules = JSON.stringify([variant, from, own.length === 0 ? [] : terms]);
  return {
    convert: (text) => (HAN.test(text) ? withTerms(text) : text),
    rules: createHash('sha256').update(rules).digest('hex').slice(0, 16),
  };
}
