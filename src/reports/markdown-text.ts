/** Text of articles in Markdown that a forge renders: nothing of it is markup, a mention or a link. */
import { markedPieces } from '../core/marked-text.ts';
import type { Span } from '../core/model.ts';
import { visibleLine } from '../core/safe-text.ts';

/** What breaks a mention, an issue's number or an address without being seen. */
const NOTHING = '<!-- -->';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A text on one line, every mark of it as itself, fit for a table's cell. */
export function escapeMarkdown(text: string): string {
  return visibleLine(text)
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(/[\\`*_{}[\]()#+\-.!|~^=$:]/g, '\\$&')
    .replace(/@|\\#|(?<=\\:)\/|w(?=ww)|gh(?=\\-)/gi, (sign) =>
      sign === '/' ? `${NOTHING}/` : `${sign}${NOTHING}`,
    );
}

/** A text with its spans in bold; the place where something lacks as a caret. */
export function markedMarkdown(text: string, spans?: readonly Span[]): string {
  return markedPieces(text, spans)
    .map((piece) => {
      if (!piece.marked) return escapeMarkdown(piece.text);
      return `<b>${piece.text === '' ? '‸' : escapeMarkdown(piece.text)}</b>`;
    })
    .join('');
}
