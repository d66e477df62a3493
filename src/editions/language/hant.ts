import type { PageLanguage } from './labels.ts';
import { zh } from './zh.ts';

/** Chinese in traditional characters. */
export const hant: PageLanguage = {
  ...zh,
  endonym: '繁體中文',
  bilingual: '中英對照',
  openGraph: 'zh_TW',
  noArticles: '還沒有文章。',
  allArticles: '全部文章',
  sideBySide: '中英對照閱讀',
  sentenceLink: '本句連結',
  footnotes: '註釋',
  draftNotice: '本頁含有尚未審校的譯文，以虛線標出，請勿引用或轉載。',
  unreviewed: '尚未審校',
  chooser: '選擇語言',
};
