/** Footnotes of a page: numbered in reading order, at the end, with a way back to every reference. */
import type { Element, ElementContent, Root } from 'hast';
import type { Child } from './element.ts';
import { element, lines } from './element.ts';
import { own } from './words.ts';

interface Note {
  readonly content: readonly ElementContent[];
  /** From 1, in the order in which readers meet them. */
  number: number;
  /** How often the text refers to it. */
  calls: number;
}

export interface NoteWords {
  /** Heading of the footnotes. */
  readonly title: readonly Child[];
  /** What a screen reader calls the way back. */
  readonly back: string;
}

type Parent = Root | Element;

function eachElement(parent: Parent, visit: (node: Element) => void): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    visit(child);
    eachElement(child, visit);
  }
}

/** Replaces elements of a tree by what `change` says, the inner ones first. */
function replaceElements(parent: Parent, change: (node: Element) => ElementContent[]): void {
  const children = (parent.children as ElementContent[]).flatMap((child) => {
    if (child.type !== 'element') return [child];
    replaceElements(child, change);
    return change(child);
  });
  parent.children = children;
}

/** Makes a reference what it is; one to no note at all is left out. */
function resolve(node: Element, notes: ReadonlyMap<string, Note>, order: Note[]): void {
  const id = node.properties['dataNote'];
  if (typeof id !== 'string') return;
  delete node.properties['dataNote'];
  const note = notes.get(id);
  if (note === undefined) {
    node.children = [{ type: 'text', value: `[${id}]` }];
    return;
  }
  if (note.number === 0) note.number = order.push(note);
  note.calls += 1;
  const link = element(
    'a',
    {
      href: `#fn-${note.number}`,
      id: callId(note, note.calls),
      dataFootnoteRef: true,
      ariaDescribedBy: ['footnote-label'],
    },
    String(note.number),
  );
  node.children = [link];
}

function callId({ number }: Note, call: number): string {
  return call === 1 ? `fnref-${number}` : `fnref-${number}-${call}`;
}

function backLinks(note: Note, words: NoteWords): Child[] {
  return Array.from({ length: note.calls }, (_, at): Child[] => [
    ' ',
    own(
      element(
        'a',
        {
          href: `#${callId(note, at + 1)}`,
          dataFootnoteBackref: true,
          ariaLabel: at === 0 ? words.back : `${words.back} ${at + 1}`,
        },
        '↩',
      ),
      { ariaLabel: 'backToText' },
    ),
  ]).flat();
}

function noteItem(note: Note, words: NoteWords): Element {
  const content = [...note.content];
  const last = content.findLastIndex((node) => node.type === 'element');
  const end = content[last];
  const back = element('span', {}, ...backLinks(note, words)).children;
  if (end?.type === 'element' && end.tagName === 'p') {
    content[last] = { ...end, children: [...end.children, ...back] };
  } else {
    content.push(element('p', {}, ...back));
  }
  return element('li', { id: `fn-${note.number}` }, ...content);
}

function section(order: readonly Note[], words: NoteWords): Element {
  return element(
    'section',
    { className: ['footnotes'], dataFootnotes: true },
    ...lines(
      element('h2', { id: 'footnote-label', className: ['footnotes-title'] }, ...words.title),
      element('ol', {}, ...lines(...order.map((note) => noteItem(note, words)))),
    ),
  );
}

function takeNotes(tree: Root): Map<string, Note> {
  const notes = new Map<string, Note>();
  eachElement(tree, ({ properties, children }) => {
    const id = properties['dataNoteText'];
    if (typeof id === 'string') notes.set(id, { content: children, number: 0, calls: 0 });
  });
  return notes;
}

/** Notes stand apart from the text: what is in one is met when the note is read. */
function resolveText(parent: Parent, notes: ReadonlyMap<string, Note>, order: Note[]): void {
  for (const child of parent.children) {
    if (child.type !== 'element' || child.properties['dataNoteText'] !== undefined) continue;
    resolve(child, notes, order);
    resolveText(child, notes, order);
  }
}

/**
 * Moves the notes of a body to its end, in place. A note that no text refers to would be lost there:
 * it stays where it stands, as ordinary text.
 */
export function placeNotes(tree: Root, words: NoteWords): void {
  const notes = takeNotes(tree);
  const order: Note[] = [];
  resolveText(tree, notes, order);
  for (const note of order) {
    resolveText(element('div', {}, ...note.content), notes, order);
  }
  if (notes.size === 0) return;
  replaceElements(tree, (node) => {
    const id = node.properties['dataNoteText'];
    if (typeof id !== 'string') return [node];
    return notes.get(id)?.number === 0 ? node.children : [];
  });
  if (order.length > 0) tree.children.push(section(order, words), { type: 'text', value: '\n' });
}
