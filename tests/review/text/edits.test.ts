import { describe, expect, it } from 'vitest';
import {
  backspace,
  deleteForward,
  deleteToLineEnd,
  deleteToLineStart,
  deleteWordAfter,
  deleteWordBefore,
  insert,
  paste,
  replaceAll,
} from '../../../src/review/text/edits.ts';
import type { TextBuffer } from '../../../src/review/text/text-buffer.ts';
import { at, drawn } from './carets.ts';

type Edit = (buffer: TextBuffer) => TextBuffer;

const typing =
  (text: string): Edit =>
  (buffer) =>
    insert(buffer, text);

describe('edits', () => {
  it.each<[string, Edit, string, string]>([
    ['types', typing('好'), '你|吗', '你好|吗'],
    ['types after a joined emoji', typing('x'), '👩‍👩‍👧|', '👩‍👩‍👧x|'],
    ['types a mark onto a letter', typing('\u0301'), 'e|a', 'e\u0301|a'],
    ['steps over a mark that joins what was typed', typing('e'), '|\u0301a', 'e\u0301|a'],
    ['takes CR LF as one line feed', typing('a\r\nb\r'), '|', 'a\nb\n|'],
    ['pastes', (buffer) => paste(buffer, 'x\r\ny'), 'a|b', 'ax\ny|b'],
    ['replaces all', (buffer) => replaceAll(buffer, '新的'), 'a|b', '新的|'],
    ['backspace', backspace, '你好|', '你|'],
    ['backspace at the start', backspace, '|你', '|你'],
    ['backspace over a joined emoji', backspace, 'a👩‍👩‍👧|b', 'a|b'],
    ['backspace over Han beyond the BMP', backspace, '𠮷|', '|'],
    ['backspace over a variant', backspace, '葛\u{E0100}|', '|'],
    ['delete', deleteForward, '|e\u0301你', '|你'],
    ['delete at the end', deleteForward, '你|', '你|'],
    ['delete a flag', deleteForward, '|🇨🇳🇫🇷', '|🇫🇷'],
    ['delete the word before', deleteWordBefore, 'one two|', 'one |'],
    ['delete the Chinese word before', deleteWordBefore, '我们在北京|', '我们在|'],
    ['delete the word before and the stop after it', deleteWordBefore, '在北京。|', '在|'],
    ['delete the word after', deleteWordAfter, 'one| two three', 'one| three'],
    ['delete to the start of the line', deleteToLineStart, 'a\nbc|d', 'a\n|d'],
    ['delete to the start, at the start', deleteToLineStart, 'a\n|d', 'a\n|d'],
    ['delete to the end of the line', deleteToLineEnd, 'a|bc\nd', 'a|\nd'],
    ['delete the line feed at the end of a line', deleteToLineEnd, 'a|\nd', 'a|d'],
    ['delete to the end of the text', deleteToLineEnd, 'a|bc', 'a|'],
    ['backspace over a tag', backspace, '好<1>|的', '好|的'],
    ['backspace over a closing tag', backspace, '的</12>|', '的|'],
    ['delete a tag', deleteForward, '好|<2/>的', '好|的'],
    ['delete the tag before as a word', deleteWordBefore, 'one <1>|', 'one |'],
    ['delete the tag after as a word', deleteWordAfter, 'one| <1>two', 'one|two'],
    ['backspace over what is no tag', backspace, 'a<b>|', 'a<b|'],
    ['the last character of a tag, with its caret behind', typing('>'), '<1|', '<1>|'],
  ])('%s', (_, edit, before, after) => {
    expect(drawn(edit(at(before)))).toBe(after);
  });

  it.each<[string, Edit, string]>([
    ['nothing typed', typing(''), 'a|b'],
    ['backspace at the start', backspace, '|a'],
    ['delete at the end', deleteForward, 'a|'],
    ['delete a word that is not there', deleteWordBefore, '|a'],
    ['delete to the end, at the end', deleteToLineEnd, 'a|'],
    ['the same text again', (buffer) => replaceAll(buffer, 'a'), 'a|'],
  ])('gives the same buffer: %s', (_, edit, before) => {
    const buffer = at(before);
    expect(edit(buffer)).toBe(buffer);
  });
});
