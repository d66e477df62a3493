/** An article as a table of two languages, a row a segment: `word/document.xml`. */
import type { Block, Unit } from '../../core/model.ts';
import type { ArticleState } from '../../core/state.ts';
import type { EditionOptions } from '../edition.ts';
import { pageLanguage } from '../language/index.ts';
import { anchorOf, sourceSide, targetSide, type Side } from '../parts/sides.ts';
import type { LinkTargets } from './link-targets.ts';
import { RunWriter, type WordLanguages } from './runs.ts';
import { W } from './styles.ts';

/** In twentieths of a point: the key, Chinese, English; together the width of an A4 page that lies on its side. */
const WIDTHS = [1500, 6500, 6500] as const;
const MOST_LEVELS = 6;

interface WordSetting {
  readonly options: EditionOptions;
  readonly languages: WordLanguages;
  readonly links: LinkTargets;
}

function paragraph(style: string, runs: string, before = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${before}${runs}</w:p>`;
}

function cell(width: number, content: string, extra = ''): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${extra}</w:tcPr>${content}</w:tc>`;
}

function styleOf({ kind, depth, field }: Block): string {
  if (kind === 'heading') return `Heading${Math.min(MOST_LEVELS, Math.max(1, depth))}`;
  if (kind === 'field') return field === 'title' ? 'Title' : 'Normal';
  if (kind === 'list-item') return 'ListParagraph';
  return kind === 'caption' ? 'Caption' : 'Normal';
}

/** Writes the rows of a table. */
class TableWriter {
  private readonly runs: RunWriter;
  private readonly options: EditionOptions;
  private bookmarks = 0;

  constructor({ options, languages, links }: WordSetting) {
    this.options = options;
    this.runs = new RunWriter(languages, links);
  }

  /** Stands again at the top of every page. */
  head(): string {
    const names = (['zh', 'en'] as const).map((lang) =>
      paragraph('ColumnName', this.runs.plain(pageLanguage(lang, this.options).endonym, lang)),
    );
    const shade = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>';
    const cells = [paragraph('Key', ''), ...names].map((name, at) =>
      cell(WIDTHS[at] ?? 0, name, shade),
    );
    return `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells.join('')}</w:tr>`;
  }

  row(unit: Unit, block: Block): string {
    const style = styleOf(block);
    const key = cell(WIDTHS[0], paragraph('Key', this.keyRuns(unit), this.bookmark(unit)));
    const [source, target] = [sourceSide(unit), targetSide(unit)];
    const cells =
      unit.status === 'untranslatable'
        ? this.wideCell(style, source)
        : this.sideCells(style, [source, ...(target === null ? [] : [target])]);
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${key}${cells}</w:tr>`;
  }

  /** What is the same in both languages stands once. */
  private wideCell(style: string, side: Side): string {
    return cell(
      WIDTHS[1] + WIDTHS[2],
      paragraph(style, this.runs.write(side)),
      '<w:gridSpan w:val="2"/>',
    );
  }

  private sideCells(style: string, sides: readonly Side[]): string {
    return (['zh', 'en'] as const)
      .map((lang, at) => {
        const side = sides.find((each) => each.lang === lang);
        const runs = side === undefined ? '' : this.runs.write(side);
        return cell(WIDTHS[at + 1] ?? 0, paragraph(style, runs));
      })
      .join('');
  }

  private keyRuns(unit: Unit): string {
    return anchorOf(unit) === null ? '' : this.runs.plain(unit.key, 'en');
  }

  /** A place of the segment's name, for whoever wants to link to it. */
  private bookmark(unit: Unit): string {
    if (anchorOf(unit) === null || !/^[a-z0-9]{1,30}$/.test(unit.key)) return '';
    this.bookmarks += 1;
    const id = `w:id="${this.bookmarks}"`;
    return `<w:bookmarkStart ${id} w:name="s_${unit.key}"/><w:bookmarkEnd ${id}/>`;
  }
}

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>`)
  .join('');
const TABLE = `<w:tblPr><w:tblW w:w="${WIDTHS[0] + WIDTHS[1] + WIDTHS[2]}" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>`;
const GRID = `<w:tblGrid>${WIDTHS.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`;
/** A4 on its side, with a margin of 2 cm. */
const PAGE =
  '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The document of an article. */
export function documentXml({ article, units }: ArticleState, setting: WordSetting): string {
  const table = new TableWriter(setting);
  const rows = units.flatMap((unit) => {
    const block = article.blocks[unit.segment.block];
    return block === undefined ? [] : [table.row(unit, block)];
  });
  const body = `<w:tbl>${TABLE}${GRID}\n${[table.head(), ...rows].join('\n')}\n</w:tbl>\n<w:p/>\n${PAGE}`;
  return `<w:document xmlns:w="${W}" xmlns:r="${R}">\n<w:body>\n${body}\n</w:body>\n</w:document>\n`;
}
