import type { PageLanguage } from './labels.ts';

export const zh: PageLanguage = {
  endonym: '简体中文',
  bilingual: '中英对照',
  openGraph: 'zh_CN',
  sentenceGap: '',
  nameGap: '、',
  date: (year, month, day) => `${year}年${month}月${day}日`,
  skip: '跳到正文',
  articles: '文章',
  noArticles: '还没有文章。',
  allArticles: '全部文章',
  sideBySide: '中英对照阅读',
  sentenceLink: '本句链接',
  footnotes: '注释',
  backToText: '回到正文',
  table: '表格',
  draft: '草稿',
  draftNotice: '本页含有尚未审校的译文，以虚线标出，请勿引用或转载。',
  unreviewed: '尚未审校',
  chooser: '选择语言',
};
