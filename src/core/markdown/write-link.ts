/** Links whose text is their address stand in Markdown without brackets: so they do in another language. */
import { toMarkdown } from 'mdast-util-to-markdown';
import type { InlineTag } from '../model.ts';

/** CommonMark 0.31, section 6.5: what stands between `<` and `>` and is a link. */
const ABSOLUTE = /^[a-z][a-z0-9+.-]{1,31}:[^\s<>\p{Cc}]*$/iu;
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const MAIL = new RegExp(`^[a-z0-9.!#$%&'*+/=?^_\`{|}~-]+@${LABEL}(?:\\.${LABEL})*$`, 'i');

/** What stands beside a link, where that is text. */
export interface Beside {
  readonly before: string;
  readonly after: string;
}

/** Whether a link is written without brackets in the article: `<https://…>`, or bare as GitHub reads it. */
export function isBareLink({ open, mark }: InlineTag): boolean {
  return mark.type === 'link' && (open === '<' || open === '');
}

/**
 * A bare address ends at white space alone, `。` and the next sentence are read as part of it, so it is
 * written bare only where white space is certain.
 */
function standsFree({ before, after }: Beside): boolean {
  return /\s$/.test(before) && /^[.,!?]*\s/.test(after);
}

function isAddress(text: string, url: string): boolean {
  return (ABSOLUTE.test(text) && text === url) || (MAIL.test(text) && url === `mailto:${text}`);
}

/** What closes a link with brackets. */
function resource(url: string): string {
  const link = { type: 'link' as const, url, title: null, children: [] };
  return toMarkdown({ type: 'paragraph', children: [link] })
    .trim()
    .slice(1);
}

/**
 * The signs round a bare link's text, and whether that is written as it stands or as any text.
 * @param text the link's, plain
 */
export function bareLinkSigns(
  tag: InlineTag,
  text: string,
  beside: Beside,
): readonly [open: string, close: string, content: 'verbatim' | 'escaped'] {
  const url = tag.mark.type === 'link' ? tag.mark.url : '';
  const isOwn = isAddress(text, url) || (/^www\./i.test(text) && url === `http://${text}`);
  if (isOwn && tag.open === '' && standsFree(beside)) return ['', '', 'verbatim'];
  if (isAddress(text, url)) return ['<', '>', 'verbatim'];
  return ['[', resource(url), 'escaped'];
}
