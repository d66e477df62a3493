/** A unit's tagged text as runs of WordprocessingML (ECMA-376, transitional). */
import type { InlineTag, Lang } from '../../core/model.ts';
import { parseTagged, type TaggedNode } from '../../core/tags.ts';
import type { Side } from '../parts/sides.ts';
import { xmlText } from '../xml-text.ts';
import type { LinkTargets } from './link-targets.ts';

/** The languages of a document's Latin and Han characters. */
export interface WordLanguages {
  readonly latin: 'en-US';
  readonly han: 'zh-CN' | 'zh-TW';
}

/** How a run looks. */
interface Look {
  readonly style?: string;
  readonly strong?: true;
  readonly emphasis?: true;
  readonly deleted?: true;
  readonly raised?: true;
}

const LOOKS: Readonly<Record<string, Look>> = {
  strong: { strong: true },
  emphasis: { emphasis: true },
  delete: { deleted: true },
};

/** Writes the runs of one side. */
export class RunWriter {
  private readonly languages: WordLanguages;
  private readonly links: LinkTargets;
  private lang: Lang = 'zh';
  private tags: readonly InlineTag[] = [];
  /** A link holds no other. */
  private inLink = false;

  constructor(languages: WordLanguages, links: LinkTargets) {
    this.languages = languages;
    this.links = links;
  }

  /** The runs of a text; what nobody signed off looks so. */
  write({ text, tags, lang, reviewed }: Side): string {
    this.lang = lang;
    this.tags = tags;
    return this.nodes(parseTagged(text), reviewed ? {} : { style: 'Unreviewed' });
  }

  /** The run of a plain text. */
  plain(text: string, lang: Lang): string {
    this.lang = lang;
    return this.text(text, {});
  }

  private nodes(nodes: readonly TaggedNode[], look: Look): string {
    return nodes.map((node) => this.node(node, look)).join('');
  }

  private node(node: TaggedNode, look: Look): string {
    if (node.type === 'text') return this.text(node.text, look);
    const tag = this.tags[node.number - 1];
    const children = node.type === 'tag' ? node.children : [];
    if (tag === undefined) return this.nodes(children, look);
    const { mark } = tag;
    if (mark.type === 'link') return this.link(mark.url, children, look);
    return this.object(tag, look) + this.nodes(children, { ...look, ...LOOKS[mark.type] });
  }

  private link(url: string, children: readonly TaggedNode[], look: Look): string {
    const id = this.inLink ? null : this.links.idOf(url);
    if (id === null) return this.nodes(children, look);
    this.inLink = true;
    const runs = this.nodes(children, { ...look, style: 'Hyperlink' });
    this.inLink = false;
    return `<w:hyperlink r:id="${id}" w:history="1">${runs}</w:hyperlink>`;
  }

  private object({ mark }: InlineTag, look: Look): string {
    switch (mark.type) {
      case 'code':
        return this.text(mark.value, { ...look, style: 'Code' });
      case 'break':
        return this.run('<w:br/>', look);
      case 'image':
        return this.text(`[${mark.alt}]`, look);
      case 'footnote':
        return this.text(`[${mark.id}]`, { ...look, raised: true });
      default:
        return '';
    }
  }

  private text(text: string, look: Look): string {
    if (text === '') return '';
    return this.run(`<w:t xml:space="preserve">${xmlText(text)}</w:t>`, look);
  }

  private run(content: string, look: Look): string {
    return `<w:r><w:rPr>${this.properties(look).join('')}</w:rPr>${content}</w:r>`;
  }

  /** In the order that the schema has. */
  private properties({ style, strong, emphasis, deleted, raised }: Look): string[] {
    const { latin, han } = this.languages;
    const isHan = this.lang === 'zh';
    const when = (holds: boolean | undefined, xml: string): string => (holds === true ? xml : '');
    return [
      style === undefined ? '' : `<w:rStyle w:val="${style}"/>`,
      // Marks that both scripts have are drawn as the Chinese ones are.
      when(isHan, '<w:rFonts w:hint="eastAsia"/>'),
      when(strong, '<w:b/>'),
      // Han characters are not slanted: what is emphasised has a dot below.
      when(emphasis && !isHan, '<w:i/>'),
      when(deleted, '<w:strike/>'),
      when(raised, '<w:vertAlign w:val="superscript"/>'),
      when(emphasis && isHan, '<w:em w:val="dot"/>'),
      `<w:lang w:val="${latin}" w:eastAsia="${han}"/>`,
    ].filter((xml) => xml !== '');
  }
}
