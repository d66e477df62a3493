/** Which texts of a page are in another language than it says. */
import { detectLanguage } from '../../src/core/language.ts';
import type { parsePage } from './html.ts';

type PageNode = ReturnType<typeof parsePage>;

/** Shorter texts are names and numbers, which may stand anywhere. */
const ENOUGH = 12;

function wrongText(text: string, lang: string): string[] {
  const found = text.length > ENOUGH ? detectLanguage(text) : null;
  return found === null || lang.startsWith(found) ? [] : [`${lang}: ${text}`];
}

/** Runs of text below a node whose declared language is not the one they are in. */
export function wrongLanguages(node: PageNode, around: string): string[] {
  if (node.type === 'text') return wrongText(node.value, around);
  if (node.type !== 'element' || node.tagName === 'code') return [];
  const lang = String(node.properties['lang'] ?? around);
  return node.children.flatMap((child) => wrongLanguages(child, lang));
}
