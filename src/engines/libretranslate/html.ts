/**
 * Our tags as HTML that LibreTranslate keeps: `<g>` as `<b id>`, which every HTML parser takes for inline,
 * and `<x>` as `<span id translate="no">`, whose content it leaves alone.
 */

const OPEN_X = /<x id="(\d{1,4})"(\/?)>/g;
const HTML_TAG = /<(\/?)(b|span)\b([^<>]*)>/gi;

/** XML with our tags as HTML. */
export function toHtml(xml: string): string {
  return xml
    .replace(OPEN_X, (_, id: string, empty: string) => {
      return `<span id="${id}" translate="no">${empty === '' ? '' : '</span>'}`;
    })
    .replace(/<\/x>/g, '</span>')
    .replace(/<g id="(\d{1,4})">/g, '<b id="$1">')
    .replace(/<\/g>/g, '</b>');
}

/** Characters that the server has unescaped on its way; a `<` that may open a tag stays: it is damage. */
function escapeText(text: string): string {
  return text
    .replace(/&nbsp;/g, '\u00a0')
    .replace(/&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/gi, '&amp;')
    .replace(/<(?![a-z/!])/gi, '&lt;');
}

function tagOf(match: RegExpExecArray): string {
  const [all, closing, name = '', attributes = ''] = match;
  const ours = name.toLowerCase() === 'b' ? 'g' : 'x';
  if (closing === '/') return `</${ours}>`;
  const id = /\bid="?(\d{1,4})\b/.exec(attributes)?.[1];
  return id === undefined ? all : `<${ours} id="${id}">`;
}

/** HTML as it came back, with our tags again. What is damaged stays so: who compares tags finds it. */
export function fromHtml(html: string): string {
  let xml = '';
  let at = 0;
  for (const match of html.matchAll(HTML_TAG)) {
    xml += escapeText(html.slice(at, match.index)) + tagOf(match);
    at = match.index + match[0].length;
  }
  xml += escapeText(html.slice(at));
  return xml.replace(/<x id="(\d{1,4})">\s*<\/x>/g, '<x id="$1"/>');
}
