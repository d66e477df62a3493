/** The tool's own parts of an article's page. */
import { element, lines, type Child } from '../html/element.ts';
import type {
  ArticleFooterProps,
  ArticleHeaderProps,
  ControlsProps,
  CorrectionsProps,
  DateProps,
  DownloadLink,
  DownloadsProps,
  PageContext,
} from './parts.ts';

/** People's names with what their language puts between them. */
function names(people: readonly Child[], { lang }: PageContext): Child {
  const gap = lang === 'zh' ? '、' : ', ';
  return people.map((name, at) => [at === 0 ? null : gap, name]);
}

/** A date for machines and readers. */
function time({ machine, words }: DateProps): Child {
  return element('time', { dateTime: machine }, words);
}

/** Who, and when. */
export function byline(
  page: PageContext,
  authors: readonly Child[],
  date: DateProps | null,
  extra: Child = null,
): Child {
  const who =
    authors.length === 0 ? null : element('span', { className: ['author'] }, names(authors, page));
  const shown = [who, date === null ? null : time(date), extra].filter((part) => part !== null);
  if (shown.length === 0) return null;
  return element(
    'p',
    { className: ['byline'] },
    shown.map((part, at) => [at === 0 ? null : ' ', part]),
  );
}

/** Title, lede, byline. */
export function articleHeader({ page, title, fields, authors, date }: ArticleHeaderProps): Child {
  const paragraphs = fields.map(({ isLede, words }) =>
    element('p', { className: [isLede ? 'lede' : 'field'] }, words),
  );
  return element(
    'header',
    { className: ['heading'] },
    ...lines(element('h1', {}, title), ...paragraphs, byline(page, authors, date)),
  );
}

/** What was put right since the article came out, newest first. */
export function corrections({ page, entries }: CorrectionsProps): Child {
  if (entries.length === 0) return null;
  const items = entries.map(({ date, note }) => element('li', {}, time(date), ' ', note));
  return element(
    'section',
    { className: ['corrections'], ariaLabelledBy: ['corrections'] },
    ...lines(
      element('h2', { id: 'corrections' }, page.say('corrections')),
      element('ul', {}, ...lines(...items)),
    ),
  );
}

function downloadItem({ href, words, type, tag, saveAs }: DownloadLink): Child {
  const language = tag === null ? {} : { hrefLang: tag };
  const save = saveAs === null ? {} : { download: saveAs };
  return element('li', {}, element('a', { href, type, ...language, ...save }, words));
}

/** What else there is of this, to be taken along. */
export function downloads({ page, files }: DownloadsProps): Child {
  if (files.length === 0) return null;
  const word = page.kind === 'article' ? 'download' : 'downloadAll';
  return element(
    'nav',
    { className: ['downloads'], ariaLabelledBy: ['downloads'] },
    ...lines(
      element('p', { id: 'downloads' }, page.say(word)),
      element('ul', {}, ...lines(...files.map(downloadItem))),
    ),
  );
}

/** Who translated, what it is about, what was put right, what can be taken along. */
export function articleFooter(props: ArticleFooterProps): Child {
  const { page, translators, tags } = props;
  const who =
    translators.length === 0
      ? null
      : element(
          'p',
          { className: ['translators'] },
          page.say('translatedBy'),
          ' ',
          names(translators, page),
        );
  const links = tags.map(({ href, words }) =>
    element('li', {}, element('a', { href, rel: ['tag'] }, words)),
  );
  const list =
    links.length === 0
      ? null
      : element(
          'nav',
          { className: ['topics'], ariaLabel: page.sayPlain('topics') },
          element('ul', {}, ...lines(...links)),
        );
  const shown = lines(who, list, props.corrections, props.downloads);
  return shown.length === 1 ? null : element('footer', { className: ['ending'] }, ...shown);
}

interface Choice {
  readonly value: string;
  readonly words: Child;
}

function choices(name: string, legend: Child, options: readonly Choice[], chosen: string): Child {
  const radios = options.map(({ value, words }) =>
    element(
      'label',
      {},
      element('input', {
        type: 'radio',
        name,
        value,
        id: `${name}-${value}`,
        ...(value === chosen ? { checked: true } : {}),
      }),
      ' ',
      element('span', {}, words),
    ),
  );
  return element('fieldset', {}, ...lines(element('legend', {}, legend), ...radios));
}

/** What the page of both languages shows: by CSS alone; the script only remembers it. */
export function controls({ page, granularity, endonyms }: ControlsProps): Child {
  const languages = [
    { value: 'both', words: page.say('showBoth') },
    { value: 'zh', words: endonyms.zh },
    { value: 'en', words: endonyms.en },
  ];
  const cuts = [
    { value: 'paragraph', words: page.say('byParagraph') },
    { value: 'sentence', words: page.say('bySentence') },
  ];
  return element(
    'div',
    { className: ['controls'] },
    ...lines(
      choices('show', page.say('show'), languages, 'both'),
      choices('cut', page.say('cut'), cuts, granularity),
      element('p', { className: ['visually-hidden'], role: 'status', id: 'said' }),
    ),
  );
}
