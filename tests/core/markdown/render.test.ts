import fc from 'fast-check';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/core/markdown/render.ts';

function serialized(value: string): string {
  const children = [{ type: 'text' as const, value }];
  const options = { extensions: [gfmToMarkdown()] };
  return toMarkdown({ type: 'paragraph', children }, options).replace(/\n$/, '');
}

const piece = fc.oneof(
  fc.constantFrom(...'aZé1 9,;?%—…“”‘’「」、，。！？；：（）《》·\'".-老码头:/*_#+=~()!@|'),
  fc.constantFrom('www.', 'http://', '1. ', '- ', '--', 'a.b', 'e\u0301', '# ', '12)'),
);

it('writes plain sentences as the serializer does, which it spares them', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      fc.pre(!/[<&]/.test(text));
      expect(renderMarkdown(text, [])).toBe(serialized(text));
    }),
    { numRuns: 3000 },
  );
});
