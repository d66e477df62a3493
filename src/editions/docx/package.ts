/** The files of a document for Word (Open Packaging Conventions). */
import type { ArticleState } from '../../core/state.ts';
import type { ArticleCard } from '../card.ts';
import type { EditionOptions } from '../edition.ts';
import { modifiedOf } from '../book/book.ts';
import { absoluteUrl } from '../html/links.ts';
import { xmlAttributes, xmlText } from '../xml-text.ts';
import { documentXml } from './document.ts';
import { LinkTargets } from './link-targets.ts';
import type { WordLanguages } from './runs.ts';
import { stylesXml, W } from './styles.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OPC = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const CONTENT_TYPES = `<Types xmlns="${OPC}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/>
<Override PartName="/word/settings.xml" ContentType="${WORD}.settings+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>
`;

interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly isOutside?: boolean;
}

function relationships(all: readonly Relationship[]): string {
  const rows = all.map(({ id, type, target, isOutside }) => {
    const mode = isOutside === true ? 'External' : undefined;
    return `<Relationship${xmlAttributes({ Id: id, Type: type, Target: target, TargetMode: mode })}/>`;
  });
  return `<Relationships xmlns="${OPC}/relationships">\n${rows.join('\n')}\n</Relationships>\n`;
}

function settingsXml({ latin, han }: WordLanguages): string {
  const compatibility =
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>';
  return `<w:settings xmlns:w="${W}">${compatibility}<w:themeFontLang w:val="${latin}" w:eastAsia="${han}"/></w:settings>\n`;
}

function coreXml(state: ArticleState, card: ArticleCard): string {
  const { zh, en } = card.texts;
  const moment = modifiedOf({ state, card });
  const time = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`;
  const names = xmlAttributes({
    'xmlns:cp': `${OPC}/metadata/core-properties`,
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:dcterms': 'http://purl.org/dc/terms/',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  });
  const title = [...new Set([zh.title, en.title])].join(' · ');
  const parts = [
    `<dc:title>${xmlText(title)}</dc:title>`,
    `<dc:creator>${xmlText(card.authors.join(', '))}</dc:creator>`,
    `<dc:identifier>${xmlText(card.slug)}</dc:identifier>`,
    time('created'),
    time('modified'),
  ];
  return `<cp:coreProperties${names}>${parts.join('')}</cp:coreProperties>\n`;
}

/** Name → text, in the order in which an archive is to hold them. */
export function documentFiles(
  state: ArticleState,
  card: ArticleCard,
  options: EditionOptions,
): ReadonlyMap<string, string> {
  const languages: WordLanguages = {
    latin: 'en-US',
    han: options.chinese === 'zh-Hans' ? 'zh-CN' : 'zh-TW',
  };
  const links = new LinkTargets(absoluteUrl({ view: 'bilingual', slug: card.slug }, options));
  // First of all: what it links to is known once it is written.
  const document = documentXml(state, { options, languages, links });
  const outside = links
    .all()
    .map(([id, target]) => ({ id, type: `${OFFICE}/hyperlink`, target, isOutside: true }));
  const files: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', CONTENT_TYPES],
    [
      '_rels/.rels',
      relationships([
        { id: 'document', type: `${OFFICE}/officeDocument`, target: 'word/document.xml' },
        {
          id: 'core',
          type: `${OPC}/relationships/metadata/core-properties`,
          target: 'docProps/core.xml',
        },
      ]),
    ],
    ['docProps/core.xml', coreXml(state, card)],
    ['word/document.xml', document],
    [
      'word/_rels/document.xml.rels',
      relationships([
        { id: 'styles', type: `${OFFICE}/styles`, target: 'styles.xml' },
        { id: 'settings', type: `${OFFICE}/settings`, target: 'settings.xml' },
        ...outside,
      ]),
    ],
    ['word/styles.xml', stylesXml(languages)],
    ['word/settings.xml', settingsXml(languages)],
  ];
  return new Map(files.map(([name, xml]) => [name, DECLARATION + xml]));
}
