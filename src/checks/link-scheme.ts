import type { Nodes } from 'mdast';
import { isCarried, mayHoldOddAddress } from '../core/addresses.ts';
import { withoutReferences } from '../core/character-references.ts';
import { nodesOf } from '../core/markdown/nodes.ts';
import { readMarkdown } from '../core/markdown/parse.ts';
import { articlePath } from '../core/paths.ts';
import { placeFinder } from '../core/place.ts';
import type { ArticleCheck } from './check.ts';

/** An address that pages leave out. */
interface OddAddress {
  readonly address: string;
  readonly at: number;
}

const ATTRIBUTE = /\s(href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

function addressesIn(node: Nodes): { readonly address: string; readonly use: 'href' | 'src' }[] {
  if (node.type === 'link') return [{ address: node.url, use: 'href' }];
  if (node.type === 'definition') return [{ address: node.url, use: 'href' }];
  if (node.type === 'image') return [{ address: node.url, use: 'src' }];
  if (node.type !== 'html') return [];
  return [...node.value.matchAll(ATTRIBUTE)].map(([, name, ...values]) => ({
    address: withoutReferences(values.find((value) => value !== undefined) ?? ''),
    use: name?.toLowerCase() === 'src' ? 'src' : 'href',
  }));
}

/** In reading order. */
function oddAddresses(text: string): OddAddress[] {
  const found: OddAddress[] = [];
  for (const node of nodesOf(readMarkdown(text))) {
    const at = node.position?.start.offset ?? 0;
    for (const { address, use } of addressesIn(node)) {
      if (!isCarried(address, use)) found.push({ address, at });
    }
  }
  return found;
}

/** Links and pictures with an address of a scheme that no page carries. */
export const linkScheme: ArticleCheck = {
  id: 'link.scheme',
  severity: 'warning',
  scope: 'article',
  group: 'markup',
  run: ({ state }, check) => {
    const { slug, text } = state.article;
    if (!mayHoldOddAddress(text)) return [];
    const place = placeFinder(articlePath(slug), text);
    return oddAddresses(text).map(({ address, at }) => ({
      check: check.id,
      severity: check.severity,
      slug,
      place: place(at),
      values: { address },
    }));
  },
};
