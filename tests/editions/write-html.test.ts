/** The writer of pages against the library whose bytes it promises. */
import type { Element, ElementContent, Properties } from 'hast';
import { toHtml } from 'hast-util-to-html';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeHtml, writePage } from '../../src/editions/html/write-html.ts';
import { readPage } from '../../src/editions/press/links.ts';

const wordsOf = (list: string) => fc.constantFrom(...list.split(/\s+/));

const name = wordsOf(
  'a p br img input link script style svg path span td video template math menuitem wbr html x-y BR',
);
const property = fc.oneof(
  wordsOf(
    `id src poster className lang href hrefLang hidden download checked ariaLabel dataSlug dataX tabIndex srcSet accept
    contentEditable viewBox xLink charSet spellCheck property rel colSpan httpEquiv value`,
  ),
  fc.constantFrom('on&<', 'a b', 'x\vhref'),
);
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom(
    '',
    ' ',
    '<b>&"\'`',
    '</script>',
    '&amp;',
    '\0',
    '\u0001',
    '\u0085',
    '" href="',
    '“对照”',
    'download',
    'hidden',
  ),
);
const value = fc.oneof(
  words,
  fc.boolean(),
  fc.constantFrom(null, undefined, 0, 1, -2.5, Number.NaN),
  fc.array(words, { maxLength: 3 }),
);

const { node } = fc.letrec<{ readonly node: ElementContent; readonly element: Element }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    words.map((text): ElementContent => ({ type: 'text', value: text })),
    words.map((text): ElementContent => ({ type: 'comment', value: text })),
    tie('element'),
  ),
  element: fc
    .tuple(
      name,
      fc.dictionary(property, value, { maxKeys: 4 }),
      fc.array(tie('node'), { maxLength: 4 }),
    )
    .map(([tagName, properties, children]): Element => {
      const element = {
        type: 'element' as const,
        tagName,
        properties: properties as Properties,
        children,
      };
      return tagName === 'template' ? { ...element, content: { type: 'root', children } } : element;
    }),
}));

describe('a page as bytes', () => {
  it('is what the library would write', () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 3 }), (children) => {
        const root = { type: 'root' as const, children };
        expect(writeHtml(root)).toBe(toHtml(root));
      }),
      { numRuns: 2000 },
    );
  });

  it('has the links that its writer knows of', () => {
    let known = 0;
    fc.assert(
      fc.property(fc.array(node, { maxLength: 3 }), (children) => {
        const { html, links } = writePage({ type: 'root', children });
        if (links === null) return;
        known += 1;
        // What no terminal may get is taken out of a page before it is put anywhere.
        const put = html.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\uFFFD');
        expect(readPage(put)).toEqual(links);
      }),
      { numRuns: 2000 },
    );
    expect(known).toBeGreaterThan(100);
  });

  it('has its doctype', () => {
    expect(writeHtml({ type: 'root', children: [{ type: 'doctype' }] })).toBe('<!doctype html>');
  });
});
