/** A Markdown article in both languages → one of them, and pairs. All else stays as it is. */
import type { Nodes, RootContent } from 'mdast';
import { detectLanguage } from '../../core/language.ts';
import { parseMarkdown } from '../../core/markdown/parse.ts';
import { otherLang } from '../../core/model.ts';
import { findPairs } from './bilingual-evidence.ts';
import type { ImportedPair } from './intake.ts';
import { plainText } from './markdown-text.ts';
import type { Unit } from './pair-up.ts';

export interface UntangledMarkdown {
  readonly body: string;
  readonly pairs: readonly ImportedPair[];
}

interface NodeUnit extends Unit {
  /** Its inline Markdown. */
  readonly markdown: string;
  /** What is cut when the unit is the other half of a pair; null for the title. */
  readonly span: { readonly from: number; readonly to: number } | null;
}

function sliceOf(body: string, nodes: readonly Nodes[]): string {
  const from = nodes[0]?.position?.start.offset ?? 0;
  const to = nodes.at(-1)?.position?.end.offset ?? from;
  return body.slice(from, to);
}

/** The block whose text can be one half of a pair: a paragraph, a heading, or a quoted paragraph. */
function textBlock(
  node: RootContent,
): Extract<RootContent, { type: 'paragraph' | 'heading' }> | null {
  if (node.type === 'paragraph' || node.type === 'heading') return node;
  const [only, second] = node.type === 'blockquote' ? node.children : [];
  return only?.type === 'paragraph' && second === undefined ? only : null;
}

function unitOf(body: string, node: RootContent): NodeUnit[] {
  const block = textBlock(node);
  const text = block === null ? '' : plainText(block).trim();
  const lang = detectLanguage(text);
  if (block === null || lang === null) return [];
  const markdown = sliceOf(body, block.children)
    .split('\n')
    .map((line) => line.replace(/^[> ]+/, '').trimEnd())
    .join(' ');
  const from = node.position?.start.offset ?? 0;
  return [{ lang, text, markdown, span: { from, to: node.position?.end.offset ?? from } }];
}

function without(
  body: string,
  spans: readonly { readonly from: number; readonly to: number }[],
): string {
  let rest = '';
  let at = 0;
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    rest += `${body.slice(at, from).trimEnd()}\n\n`;
    at = to + (/^\s*\n/.exec(body.slice(to))?.[0].length ?? 0);
  }
  return rest + body.slice(at);
}

/** @param title as it stands in the front matter; null when it was made up */
export function untangleMarkdown(body: string, title: string | null): UntangledMarkdown {
  const head: NodeUnit[] =
    title === null
      ? []
      : [{ lang: detectLanguage(title) ?? 'en', text: title, markdown: title, span: null }];
  const blocks = parseMarkdown(body).children.flatMap((node) => unitOf(body, node));
  const units = [...head, ...blocks];
  const said = blocks.some(
    ({ text }) => text.length <= 60 && /双语|中英对照|bilingual/iu.test(text),
  );
  const found = findPairs(units, { said, bodyFrom: head.length });
  const pairs = found.map(({ source, targets, targetLang }): ImportedPair => {
    const parts = targets.map((target) => units[target]?.markdown ?? '');
    return {
      source: units[source]?.markdown ?? '',
      target: parts.join(targetLang === 'zh' ? '' : ' '),
      sourceLang: otherLang(targetLang),
      targetLang,
    };
  });
  const used = found.flatMap(({ targets }) => targets.flatMap((at) => units[at]?.span ?? []));
  return { body: without(body, used), pairs };
}
