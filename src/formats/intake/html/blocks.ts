/** A page's elements → blocks, in reading order. */
import type { PageBlock } from '../intake.ts';
import {
  holdsBlocks,
  isBlockElement,
  isElement,
  isUnread,
  tagOf,
  type DomElement,
  type DomNode,
} from './dom.ts';
import { inlineLines, readInline } from './inline.ts';
import { imageUrl } from './safe-url.ts';
import { readTable } from './table.ts';

interface Place {
  readonly kind: 'paragraph' | 'item' | 'quote';
  readonly depth: number;
  readonly marker?: string;
}

const BODY: Place = { kind: 'paragraph', depth: 0 };
const QUOTE: Place = { kind: 'quote', depth: 1 };
const HEADING = /^h[1-6]$/;
const LISTS = new Set(['ul', 'ol', 'menu', 'dir']);
/** Pages nested deeper are broken or hostile; below it everything is one paragraph. */
const MAX_DEPTH = 200;

function alternative(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<&]/g, '\\$&');
}

class Reader {
  readonly blocks: PageBlock[] = [];
  private pending: DomNode[] = [];

  private flush(place: Place): void {
    const nodes = this.pending;
    this.pending = [];
    for (const { text, markdown } of inlineLines(readInline(nodes))) {
      const { kind, depth, marker } = place;
      const plain = markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1') === text;
      this.blocks.push({
        kind,
        depth,
        line: 0,
        text,
        ...(marker === undefined ? {} : { marker }),
        ...(plain ? {} : { inline: markdown }),
      });
    }
  }

  private heading(node: DomElement, level: number): void {
    const lines = inlineLines(readInline([...node.childNodes]));
    const text = lines.map((line) => line.text).join(' ');
    if (text !== '') this.blocks.push({ kind: 'heading', depth: level, line: 0, text });
  }

  private image(node: DomElement): void {
    const url = imageUrl(node.getAttribute('src')) ?? imageUrl(node.getAttribute('data-src'));
    if (url === null) return;
    const alt = (node.getAttribute('alt') ?? '').trim();
    const inline = `![${alternative(alt)}](${url})`;
    this.blocks.push({ kind: 'verbatim', depth: 0, line: 0, text: alt, inline });
  }

  private list(node: DomElement, place: Place, level: number): void {
    let number = Number(node.getAttribute('start') ?? '1') || 1;
    for (const item of node.childNodes) {
      if (!isElement(item) || isUnread(item)) continue;
      const marker = tagOf(node) === 'ol' ? `${String(number)}.` : '-';
      number += 1;
      const depth = place.kind === 'item' ? place.depth + 1 : 1;
      this.walk(item, { kind: 'item', depth, marker }, level + 1);
      this.flush({ kind: 'item', depth, marker });
    }
  }

  private preformatted(node: DomElement): void {
    const text = (node.textContent ?? '').replace(/^\n|\s+$/g, '');
    const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
    const fence = '`'.repeat(longest + 1);
    if (text !== '') {
      this.blocks.push({
        kind: 'verbatim',
        depth: 0,
        line: 0,
        text,
        inline: `${fence}\n${text}\n${fence}`,
      });
    }
  }

  private table(node: DomElement, place: Place, level: number): void {
    const inline = readTable(node);
    if (inline === null) {
      this.walk(node, place, level + 1);
      this.flush(place);
      return;
    }
    const caption = node.querySelector('caption')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    if (caption !== '') this.blocks.push({ kind: 'paragraph', depth: 0, line: 0, text: caption });
    const text = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
    this.blocks.push({ kind: 'verbatim', depth: 0, line: 0, text, inline });
  }

  private inner(node: DomElement, place: Place, level: number): void {
    this.walk(node, place, level + 1);
    this.flush(place);
  }

  private block(node: DomElement, place: Place, level: number): void {
    const tag = tagOf(node);
    if (HEADING.test(tag) && !holdsBlocks(node)) this.heading(node, Number(tag.slice(1)));
    else if (LISTS.has(tag)) this.list(node, place, level);
    else if (tag === 'pre') this.preformatted(node);
    else if (tag === 'table') this.table(node, place, level);
    else if (tag === 'hr') this.blocks.push({ kind: 'rule', depth: 0, line: 0, text: '---' });
    else this.inner(node, tag === 'blockquote' ? QUOTE : place, level);
  }

  /** Whether an element was read as blocks of its own; else it is part of a paragraph. */
  private stands(child: DomElement, place: Place, level: number): boolean {
    const isImage = tagOf(child) === 'img';
    if (level >= MAX_DEPTH || !(isImage || isBlockElement(child) || holdsBlocks(child)))
      return false;
    this.flush(place);
    if (isImage) this.image(child);
    else if (isBlockElement(child)) this.block(child, place, level);
    else this.inner(child, place, level);
    return true;
  }

  walk(node: DomNode, place: Place, level = 0): void {
    for (const child of node.childNodes) {
      if (isUnread(child)) continue;
      if (!isElement(child) || !this.stands(child, place, level)) this.pending.push(child);
    }
    if (level === 0) this.flush(place);
  }
}

/** The blocks of an element. Pictures stand alone, a `<br>` ends a paragraph. */
export function readBlocks(root: DomElement): PageBlock[] {
  const reader = new Reader();
  reader.walk(root, BODY);
  return reader.blocks;
}
