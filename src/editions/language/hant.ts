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
  placeLink: '本段連結',
  untranslated: '〔尚未翻譯〕',
  footnotes: '註釋',
  draftNotice: '本頁含有尚未審校的譯文，以虛線標出，請勿引用或轉載。',
  unreviewed: '尚未審校',
  chooser: '選擇語言',
  breadcrumbs: '麵包屑導覽',
  home: '首頁',
  topics: '話題',
  translatedBy: '譯文定稿：',
  pages: '翻頁',
  newer: '較新',
  older: '較早',
  show: '顯示',
  showBoth: '兩種語言',
  cut: '並排',
  besideLink: '中英對照閱讀本段',
  notFound: '沒有這一頁',
  notFoundText: '這個網址沒有內容，可能已經移走，也可能從未存在。',
  contents: '目錄',
  bookAccess: '全書為文字，可透過標題和目錄瀏覽；每段文字都標明了語言。',
};
