/** Whether a file is plain text, Markdown or HTML. */

type InputKind = 'text' | 'markdown' | 'html';

const ENDINGS: Readonly<Record<string, InputKind>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
};
const HTML_START =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype html|html|head|body|article|main|div|meta)\b/i;
const MARKDOWN_START = /^(?:---[ \t]*\n[^]*?\n---[ \t]*(?:\n|$)|#{1,6}[ \t]+\S)/;

/** By the name's ending; standard input and unknown endings by how the text begins. */
export function kindOf(name: string, text: string): InputKind {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const known = ENDINGS[ending];
  if (known !== undefined) return known;
  if (HTML_START.test(text)) return 'html';
  return MARKDOWN_START.test(text.trimStart()) ? 'markdown' : 'text';
}
