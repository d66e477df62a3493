import fc from 'fast-check';
import type { PhrasingContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown, type Handle } from 'mdast-util-to-markdown';
import { expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/core/markdown/render.ts';

function serialized(children: PhrasingContent[]): string {
  // Markdown as it stands, whose first sign the text before it is told.
  const html: Handle & { peek?: Handle } = ({ value }: { readonly value: string }) => value;
  html.peek = ({ value }: { readonly value: string }) => value.charAt(0);
  const options = { extensions: [gfmToMarkdown()], handlers: { html } };
  return toMarkdown({ type: 'paragraph', children }, options).replace(/\n$/, '');
}

const piece = fc.oneof(
  fc.constantFrom(...'aZé1 9,;?%—…"“”‘’「」、，。！？；：（）《》·\'".-老码头:/*_#+=~()!@|'),
  fc.constantFrom('www.', 'http://', '1. ', '- ', '--', 'a.b', 'e\u0301', '# ', '12)'),
);

const line = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));

it('writes plain sentences as the serializer does, which it spares them', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      fc.pre(!/[<&]/.test(text));
      expect(renderMarkdown(text, [])).toBe(serialized([{ type: 'text', value: text }]));
    }),
    { numRuns: 3000 },
  );
});

it('writes plain text between marks as the serializer does', () => {
  const link = { type: 'link' as const, url: 'x.md', title: null };
  const tags = [
    { open: '[', close: '](x.md)', mark: link },
    { open: '`a`', close: '', mark: { type: 'code' as const, value: 'a' } },
  ];
  fc.assert(
    fc.property(line, line, line, line, (before, inside, between, after) => {
      fc.pre(![before, inside, between, after].some((text) => /[<&]/.test(text)));
      const expected = serialized([
        { type: 'text', value: before },
        { type: 'html', value: '[' },
        { type: 'text', value: inside },
        { type: 'html', value: '](x.md)' },
        { type: 'text', value: between },
        { type: 'html', value: '`a`' },
        { type: 'text', value: after },
      ]);
      expect(renderMarkdown(`${before}<1>${inside}</1>${between}<2/>${after}`, tags)).toBe(
        expected,
      );
    }),
    { numRuns: 3000 },
  );
});
