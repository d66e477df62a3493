/** Chinese as it is written in a region, derived by OpenCC and by what the term base says. */
import { GrowingTrie } from './growing-trie.ts';
import { createMatcher } from './matcher.ts';
import { regionalTerms, type RegionalSetting } from './regional-rules.ts';

interface RegionalWriting {
  readonly convert: (text: string) => string;
}

let simplified: Promise<GrowingTrie[]> | null = null;

/** The way from simplified characters is the same for every region. */
async function fromSimplified(): Promise<GrowingTrie[]> {
  simplified ??= import('opencc-js/from/cn').then(({ default: groups }) =>
    groups.map((group) => new GrowingTrie(group)),
  );
  return simplified;
}

/** OpenCC's own chains: characters and phrases first, then the region's words and forms. */
async function loadOpenCc({ variant, from }: RegionalSetting): Promise<(text: string) => string> {
  const { default: groups } =
    variant === 'tw' ? await import('opencc-js/to/twp') : await import('opencc-js/to/hkp');
  // Texts in traditional characters only want the region's forms.
  const first = from === 'zh-Hant' ? [] : await fromSimplified();
  const chain = [...first, ...groups.map((group) => new GrowingTrie(group))];
  return (text) => chain.reduce((result, trie) => trie.convert(result), text);
}

const HAN = /\p{Script=Han}/u;

/**
 * Loads the conversion (1.2 MB of dictionaries, for whoever asks). Where a term of the term base stands that has a
 * form of its own for the region, this form stands in the result as it is; a longer term hides a shorter one.
 */
export async function loadRegionalWriting(setting: RegionalSetting): Promise<RegionalWriting> {
  const { variant } = setting;
  const convert = await loadOpenCc(setting);
  const matcher = createMatcher(regionalTerms(setting));
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
  return { convert: (text) => (HAN.test(text) ? withTerms(text) : text) };
}
