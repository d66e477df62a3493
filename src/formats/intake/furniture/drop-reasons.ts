/** Why a line of a page is no part of the article: the ids, each with a label in both languages. */
export interface DropReason {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
}

export const DROP_REASONS = [
  {
    id: 'navigation',
    zh: '网站导航（上一篇、下一页、返回等）。',
    en: 'Site navigation: previous, next, back, menus.',
  },
  {
    id: 'breadcrumb',
    zh: '所在位置（面包屑导航）。',
    en: 'Breadcrumb: where the page sits on its site.',
  },
  { id: 'language-menu', zh: '语种菜单。', en: 'Menu of languages.' },
  {
    id: 'share-bar',
    zh: '分享、字号、打印工具栏。',
    en: 'Bar for sharing, font size or printing.',
  },
  {
    id: 'page-details',
    zh: '网站的时间、来源、作者、分类信息。',
    en: 'Date, source, author or category line of the site.',
  },
  { id: 'site-name', zh: '网站或栏目名称。', en: 'Name of the site or programme, standing alone.' },
  {
    id: 'series-label',
    zh: '标题前的栏目名或标题后的网站名。',
    en: 'Name of a series or site glued to the headline.',
  },
  { id: 'repeated-headline', zh: '重复的标题。', en: 'The headline once more.' },
  { id: 'podcast', zh: '播客或音频页面的界面文字。', en: 'Wording of a podcast or audio page.' },
  { id: 'play-count', zh: '播放、阅读、评论等次数。', en: 'Count of plays, views or comments.' },
  { id: 'gloss-note', zh: '划词翻译提示。', en: 'Hint on how to look up words on the site.' },
  {
    id: 'gloss-digit',
    zh: '粘在单词后的注释序号。',
    en: 'Number of a word gloss, glued to the word.',
  },
  { id: 'gloss-list', zh: '页面附带的单词表。', en: "The site's own list of words." },
  {
    id: 'transcript-label',
    zh: '“原文”“译文”等提示。',
    en: 'Label such as "transcript" or "translation".',
  },
  { id: 'disclaimer', zh: '网站声明。', en: 'Disclaimer of the site.' },
  { id: 'cookies', zh: 'Cookie 与隐私提示。', en: 'Notice about cookies and privacy.' },
  {
    id: 'promotion',
    zh: '关注、订阅、扫码等推广。',
    en: 'Invitation to follow, subscribe or download.',
  },
  { id: 'copyright', zh: '版权与备案信息。', en: 'Copyright or registration line of the site.' },
  { id: 'advertisement', zh: '广告标记。', en: 'Mark of an advertisement.' },
  { id: 'comments', zh: '评论区。', en: 'Comment box of the site.' },
  { id: 'related', zh: '相关文章链接。', en: 'Links to other articles.' },
  { id: 'end-mark', zh: '文末标记。', en: 'Mark at the end of a story.' },
  {
    id: 'lost-bullet',
    zh: '项目符号丢失后留下的问号。',
    en: 'Question mark left by a lost bullet.',
  },
  { id: 'stray-mark', zh: '没有文字的符号行。', en: 'Line of marks without words.' },
  {
    id: 'outside-article',
    zh: '网页中正文以外的内容。',
    en: 'Part of the web page that is outside the article.',
  },
  { id: 'control', zh: '控制字符或终端转义序列。', en: 'Control character or terminal escape.' },
  { id: 'broken-character', zh: '损坏的字符。', en: 'Half of a broken character.' },
] as const satisfies readonly DropReason[];

export type DropReasonId = (typeof DROP_REASONS)[number]['id'];
