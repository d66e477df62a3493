/**
 * TBX, the format in which term bases travel: written as TBX-Basic of ISO 30042:2019 in DCA style, read in
 * that form and as the older `martif` of ISO 30042:2008. What TBX-Basic has no field of its own for (kept
 * terms, dates, case, titles) is written as `<admin type="projectSubset">`, so that all of a term survives.
 * Of other programs' files definitions, contexts, subject fields, sources and histories are not taken.
 */
import { UserError } from '../core/errors.ts';
import { MAX_BYTES, tooLarge } from '../core/limits.ts';
import { LANGS, type Lang } from '../core/model.ts';
import type { Term } from '../terms/model.ts';
import { scanTbx } from './tbx/scan.ts';
import { termOf, type TbxProblem } from './tbx/term.ts';
import { OWN_PREFIX, WRITTEN_PARTS, WRITTEN_STATUS, type FormStatus } from './tbx/words.ts';

export interface ReadTbx {
  readonly terms: readonly Term[];
  /** Entries, or forms of them, that were not taken, and why. */
  readonly problems: readonly TbxProblem[];
  /** Sections in languages other than Chinese and English. */
  readonly otherLanguages: number;
}

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc>
      <sourceDesc>
        <p>duizhao term base</p>
      </sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
`;
const TAIL = `    </body>
  </text>
</tbx>
`;

/** What XML 1.0 can hold no way at all. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#13;',
};

function xml(text: string): string {
  return text.replace(UNWRITABLE, '').replace(/[&<>\r]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** What TBX-Basic has no word for. */
function ownFields({ zh, en, keep, caseSensitive, from, until, pos }: Term): string[] {
  const fields: readonly (readonly [boolean, string])[] = [
    [keep, 'keep'],
    [caseSensitive, 'case-sensitive'],
    [from !== undefined, `from=${from}`],
    [until !== undefined, `until=${until}`],
    [pos === 'title', 'title'],
    [zh.length === 0 || en.length === 0, 'one-sided'],
  ];
  return fields
    .filter(([holds]) => holds)
    .map(([, field]) => `<admin type="projectSubset">${xml(OWN_PREFIX + field)}</admin>`);
}

function partOf({ pos }: Term): string[] {
  const written = pos === undefined ? undefined : WRITTEN_PARTS[pos];
  return written === undefined
    ? []
    : [`<termNote type="${written.type}">${written.value}</termNote>`];
}

function formLines(form: string, status: FormStatus, notes: readonly string[]): string[] {
  const words = [
    `<term>${xml(form)}</term>`,
    `<termNote type="administrativeStatus">${WRITTEN_STATUS[status]}</termNote>`,
    ...notes,
  ];
  return ['<termSec>', ...words.map((line) => `  ${line}`), '</termSec>'];
}

function sectionLines(term: Term, lang: Lang, isFirst: boolean): string[] {
  const forms = term[lang].map((form, index): [string, FormStatus] => [
    form,
    index === 0 ? 'preferred' : 'admitted',
  ]);
  for (const form of term.forbidden[lang]) forms.push([form, 'forbidden']);
  const details = [...partOf(term), ...(isFirst ? ownFields(term) : [])];
  const lines = forms.flatMap(([form, status], index) =>
    formLines(form, status, index === 0 ? details : []),
  );
  return [`<langSec xml:lang="${lang}">`, ...lines.map((line) => `  ${line}`), '</langSec>'];
}

function entryLines(term: Term, number: number): string[] {
  const langs = LANGS.filter((lang) => term[lang].length + term.forbidden[lang].length > 0);
  const lines = [
    ...(term.note === undefined ? [] : [`<note>${xml(term.note)}</note>`]),
    ...langs.flatMap((lang, index) => sectionLines(term, lang, index === 0)),
  ];
  return [
    `<conceptEntry id="c${number}">`,
    ...lines.map((line) => `  ${line}`),
    '</conceptEntry>',
  ].map((line) => `      ${line}`);
}

/** Terms as TBX-Basic; reading it again gives the same terms. */
export function toTbx(terms: readonly Term[]): string {
  const lines = terms.flatMap((term, index) => entryLines(term, index + 1));
  return HEAD + lines.map((line) => `${line}\n`).join('') + TAIL;
}

/**
 * Reads TBX.
 * @param file how it is called in messages
 * @throws UserError with file and line when it is no well-formed XML, declares entities, is nested beyond
 *   all use, too large, or no TBX; then nothing is taken
 */
export function fromTbx(text: string, file: string): ReadTbx {
  if (text.length > MAX_BYTES.input) throw tooLarge(file, text.length, MAX_BYTES.input);
  const { entries, isTbx } = scanTbx(text, file);
  if (!isTbx) throw new UserError(`${file}:1: this is no TBX; it has no <tbx> or <martif>.`);
  const read = entries.map(termOf);
  return {
    terms: read.flatMap(({ term }) => term ?? []),
    problems: read.flatMap(({ problems }) =>
      problems.map(({ line, message }) => ({ line, message: `${file}:${line}: ${message}.` })),
    ),
    otherLanguages: read.reduce((sum, { otherLanguages }) => sum + otherLanguages, 0),
  };
}
