/** The styles of a document: `word/styles.xml`. */
import { xmlAttributes } from '../xml-text.ts';
import type { WordLanguages } from './runs.ts';

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Fonts that Word brings along where it is installed in these languages. */
const HAN_FONTS = { 'zh-CN': 'SimSun', 'zh-TW': 'PMingLiU' } as const;

interface Style {
  readonly id: string;
  readonly type: 'paragraph' | 'character';
  /** As Word calls it, so that it is Word's own. */
  readonly name: string;
  readonly basedOn?: string;
  readonly paragraph?: string;
  readonly run?: string;
}

/** Half points, from the first level down. */
const HEADING_SIZES = [32, 28, 26, 24, 22, 22];

const HEADINGS = HEADING_SIZES.map((size, at): Style => ({
  id: `Heading${at + 1}`,
  type: 'paragraph',
  name: `heading ${at + 1}`,
  basedOn: 'Normal',
  paragraph: `<w:keepNext/><w:spacing w:before="120"/><w:outlineLvl w:val="${at}"/>`,
  run: `<w:b/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
}));

const STYLES: readonly Style[] = [
  {
    id: 'Title',
    type: 'paragraph',
    name: 'Title',
    basedOn: 'Normal',
    run: '<w:b/><w:sz w:val="36"/>',
  },
  ...HEADINGS,
  {
    id: 'ListParagraph',
    type: 'paragraph',
    name: 'List Paragraph',
    basedOn: 'Normal',
    paragraph: '<w:ind w:left="360"/>',
  },
  {
    id: 'Caption',
    type: 'paragraph',
    name: 'caption',
    basedOn: 'Normal',
    run: '<w:sz w:val="20"/>',
  },
  {
    id: 'ColumnName',
    type: 'paragraph',
    name: 'Column name',
    basedOn: 'Normal',
    run: '<w:b/>',
  },
  {
    id: 'Key',
    type: 'paragraph',
    name: 'Segment key',
    basedOn: 'Normal',
    run: '<w:noProof/><w:color w:val="595959"/><w:sz w:val="16"/>',
  },
  {
    id: 'Code',
    type: 'character',
    name: 'Code',
    run: '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas"/><w:noProof/>',
  },
  {
    id: 'Hyperlink',
    type: 'character',
    name: 'Hyperlink',
    run: '<w:color w:val="0563C1"/><w:u w:val="single"/>',
  },
  {
    id: 'Unreviewed',
    type: 'character',
    name: 'Unreviewed',
    run: '<w:color w:val="9C2B00"/><w:u w:val="dash"/>',
  },
];

function styleXml({ id, type, name, basedOn, paragraph, run }: Style): string {
  const base = basedOn === undefined ? '' : `<w:basedOn w:val="${basedOn}"/>`;
  const parts = [
    paragraph === undefined ? '' : `<w:pPr>${paragraph}</w:pPr>`,
    run === undefined ? '' : `<w:rPr>${run}</w:rPr>`,
  ];
  return `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${base}<w:qFormat/>${parts.join('')}</w:style>`;
}

function defaults({ latin, han }: WordLanguages): string {
  const font = HAN_FONTS[han];
  const fonts = xmlAttributes({
    'w:ascii': 'Calibri',
    'w:hAnsi': 'Calibri',
    'w:eastAsia': font,
    'w:cs': 'Calibri',
  });
  return [
    `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts${fonts}/><w:sz w:val="22"/><w:szCs w:val="22"/>`,
    `<w:lang w:val="${latin}" w:eastAsia="${han}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>`,
    '<w:pPrDefault><w:pPr><w:spacing w:after="60" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
  ].join('');
}

const NORMAL =
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>';
const TABLE_NORMAL =
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>';

export function stylesXml(languages: WordLanguages): string {
  const styles = STYLES.map(styleXml).join('\n');
  return `<w:styles xmlns:w="${W}">\n${defaults(languages)}\n${NORMAL}\n${TABLE_NORMAL}\n${styles}\n</w:styles>\n`;
}
