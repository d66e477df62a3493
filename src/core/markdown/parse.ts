import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { guardMarkdown } from './guard.ts';

const PLAIN = {
  extensions: [frontmatter(['yaml'])],
  mdastExtensions: [frontmatterFromMarkdown(['yaml'])],
};

const GITHUB = {
  extensions: [gfm(), ...PLAIN.extensions],
  mdastExtensions: [gfmFromMarkdown(), ...PLAIN.mdastExtensions],
};

/**
 * What a text with GitHub's tables, strikethrough, footnotes, tasks or bare addresses has to hold
 * somewhere. Looking for addresses at every letter costs as much as half the rest of the parse, so a
 * text with none of these is read without.
 */
const GITHUB_SIGN = /[|~@]|:-|-:|\[\^|\[[\sx]\]|https?:|www\./i;

/**
 * Parses an article: CommonMark with GitHub's tables, strikethrough, footnotes, and YAML front matter.
 * @param file how the text is called in messages, if it is a file
 * @throws UserError for Markdown that was made to bring a parser down (see guard.ts)
 */
export function parseMarkdown(text: string, file: string | null = null): Root {
  guardMarkdown(text, file);
  return fromMarkdown(text, GITHUB_SIGN.test(text) ? GITHUB : PLAIN);
}

let last: { readonly text: string; readonly tree: Root } | null = null;

/**
 * The same, for those who only read: an article is most often read again right after it was loaded, so
 * the last tree is kept. Whoever changes a tree takes a copy of this one.
 */
export function readMarkdown(text: string, file: string | null = null): Root {
  if (last?.text !== text) last = { text, tree: parseMarkdown(text, file) };
  return last.tree;
}
