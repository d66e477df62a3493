/** What pages in a region's Chinese say of themselves. */
import type { Variant } from '../../core/variants.ts';

interface Region {
  /** BCP 47. */
  readonly tag: 'zh-Hant-TW' | 'zh-Hant-HK';
  /** The folder of its pages. */
  readonly path: string;
  readonly endonym: string;
  readonly openGraph: string;
  /** Before and after the link to the text that it was derived from. */
  readonly note: readonly [before: string, after: string];
}

export const REGIONS: Readonly<Record<Variant, Region>> = {
  tw: {
    tag: 'zh-Hant-TW',
    path: 'zh-tw',
    endonym: '繁體中文（台灣）',
    openGraph: 'zh_TW',
    note: ['由程式自「', '」版自動轉換，用字用詞如有出入，以該版為準。'],
  },
  hk: {
    tag: 'zh-Hant-HK',
    path: 'zh-hk',
    endonym: '繁體中文（香港）',
    openGraph: 'zh_HK',
    note: ['由程式自「', '」版自動轉換，用字用詞如有出入，以該版為準。'],
  },
};
