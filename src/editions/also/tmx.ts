/** Translation memories of the pairs that went out, of each article and of all (TMX 1.4b, level 2). */
import type { InlineTag, Lang } from '../../core/model.ts';
import { parseTagged, type TaggedNode } from '../../core/tags.ts';
import type { Edition, EditionOptions } from '../edition.ts';
import { pageLanguage } from '../language/index.ts';
import { xmlAttributes, xmlText } from '../xml-text.ts';
import { articleFile, wholeFile } from './formats.ts';
import { publishedPairs, type PublishedPair } from './published-pairs.ts';
import { textOf, textOfAll, type TextForm } from './text-of-all.ts';

/** What TMX calls the kinds of inline marks, where it has a name for them. */
const TYPES: Readonly<Record<string, string>> = {
  strong: 'bold',
  emphasis: 'italic',
  link: 'link',
  image: 'image',
  break: 'lb',
  footnote: 'fnote',
};

/** Writes one segment. Its tags pair up by `i`, which no other has; `x` is the tag's number in both languages. */
class SegmentWriter {
  private last = 0;
  private readonly tags: readonly InlineTag[];

  constructor(tags: readonly InlineTag[]) {
    this.tags = tags;
  }

  write(nodes: readonly TaggedNode[]): string {
    return nodes.map((node) => this.node(node)).join('');
  }

  private node(node: TaggedNode): string {
    if (node.type === 'text') return xmlText(node.text);
    const { open = '', close = '', mark } = this.tags[node.number - 1] ?? {};
    const about = { x: String(node.number), type: mark && TYPES[mark.type] };
    if (node.type === 'void') return `<ph${xmlAttributes(about)}>${xmlText(open)}</ph>`;
    this.last += 1;
    const i = String(this.last);
    const begin = `<bpt${xmlAttributes({ i, ...about })}>${xmlText(open)}</bpt>`;
    const content = this.write(node.children);
    return `${begin}${content}<ept${xmlAttributes({ i })}>${xmlText(close)}</ept>`;
  }
}

/** `20261122T080000Z`, as TMX writes a moment; undefined for what is none. */
function moment(at: string | undefined): string | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?Z$/.exec(at ?? '');
  if (match === null) return undefined;
  const [year, month, day, ...time] = match.slice(1);
  return `${year}${month}${day}T${time.join('')}Z`;
}

function variant(pair: PublishedPair, lang: Lang, options: EditionOptions): string {
  const seg = new SegmentWriter(pair.tags).write(parseTagged(pair[lang]));
  const attributes = xmlAttributes({ 'xml:lang': pageLanguage(lang, options).tag });
  return `<tuv${attributes}><seg>${seg}</seg></tuv>\n`;
}

function unit(pair: PublishedPair, options: EditionOptions): string {
  const { article, key, source, at, by } = pair;
  const attributes = xmlAttributes({
    tuid: `${article}:${key}`,
    srclang: pageLanguage(source, options).tag,
    changedate: moment(at),
    changeid: options.translators ? by : undefined,
  });
  const about = `<prop type="article">${xmlText(article)}</prop><prop type="key">${xmlText(key)}</prop>\n`;
  return `<tu${attributes}>${about}${variant(pair, 'zh', options)}${variant(pair, 'en', options)}</tu>\n`;
}

function formOf(options: EditionOptions): TextForm {
  // The version is that of this form: a site stays as it is when another release makes the same.
  const header = xmlAttributes({
    creationtool: 'duizhao',
    creationtoolversion: '1',
    segtype: 'sentence',
    'o-tmf': 'duizhao',
    adminlang: 'en',
    srclang: '*all*',
    datatype: 'plaintext',
  });
  return {
    head: `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n<header${header}/>\n<body>\n`,
    between: '',
    tail: '</body>\n</tmx>\n',
    partOf: (state) =>
      publishedPairs(state)
        .map((pair) => unit(pair, options))
        .join(''),
  };
}

export const edition: Edition = {
  id: 'tmx',
  ofArticle: (state, { slug }, { options }) =>
    new Map([[articleFile('tmx', 'bilingual', slug, options), textOf(formOf(options), state)]]),
  ofAll: (setting) => {
    const { options } = setting.site;
    return [textOfAll(wholeFile('tmx', 'bilingual', options), formOf(options), setting)];
  },
};
