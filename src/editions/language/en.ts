import type { PageLanguage } from './labels.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export const en: PageLanguage = {
  endonym: 'English',
  bilingual: 'Bilingual',
  openGraph: 'en_US',
  sentenceGap: ' ',
  nameGap: ', ',
  date: (year, month, day) => `${MONTHS[month - 1] ?? ''} ${day}, ${year}`,
  skip: 'Skip to text',
  articles: 'Articles',
  noArticles: 'No articles yet.',
  allArticles: 'All articles',
  sideBySide: 'Read in Chinese and English',
  sentenceLink: 'Link to this sentence',
  footnotes: 'Notes',
  backToText: 'Back to the text',
  table: 'Table',
  draft: 'Draft',
  draftNotice:
    'This page holds translations that nobody has reviewed yet, marked with a dashed line. Please do not quote it.',
  unreviewed: 'Not reviewed',
  chooser: 'Choose a language',
};
