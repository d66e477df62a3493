/** What has to hold of a review after every key. */
import type { SignOff, Unit } from '../../src/core/model.ts';
import type { Operation, SignOffOperation } from '../../src/core/operations.ts';
import type { ArticleState } from '../../src/core/state.ts';
import { linearOf } from '../../src/review/screen/linear.ts';
import { partsWidth, type Row, type View } from '../../src/review/screen/row.ts';
import { screenOf } from '../../src/review/screen/screen.ts';
import type { Editor, ReviewState } from '../../src/review/state.ts';
import { measuring } from '../../src/review/text/width.ts';
import type { Desk } from '../review/desk.ts';

/** Something does not hold. */
export class Fault extends Error {}

export function expectThat(holds: boolean, fault: string): asserts holds {
  if (!holds) throw new Fault(fault);
}

interface Window {
  readonly columns: number;
  readonly ambiguousWide: boolean;
}

const FORBIDDEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** Rows that were found in order; most of a screen stays as it is. */
const inOrder = new Set<string>();

function checkRow(row: Row, { columns, ambiguousWide }: Window, y: number): void {
  const text = row.parts.map((part) => part.text).join('');
  const name = `${columns} ${ambiguousWide} ${text}`;
  if (inOrder.has(name)) return;
  expectThat(!FORBIDDEN.test(text), `row ${y} holds a control character: ${JSON.stringify(text)}`);
  const width = partsWidth(row.parts);
  expectThat(width <= columns, `row ${y} takes ${width} of ${columns} cells: ${text}`);
  if (inOrder.size > 50_000) inOrder.clear();
  inOrder.add(name);
}

/** The screen fills the window, the caret is in it, and nothing in it acts on the terminal. */
export function checkScreen(state: ReviewState, view: View): void {
  const { columns, rows: height } = state.size;
  const { rows, caret } = screenOf(state, view);
  expectThat(rows.length === height, `${rows.length} rows in a window of ${height}`);
  const { ambiguousWide } = state;
  measuring(ambiguousWide, () =>
    rows.forEach((row, y) => checkRow(row, { columns, ambiguousWide }, y)),
  );
  if (caret === null) return;
  const isIn = caret.x >= 0 && caret.x < columns && caret.y >= 0 && caret.y < height;
  expectThat(isIn, `the caret is at ${caret.x},${caret.y} of ${columns}x${height}`);
}

export function checkLines(state: ReviewState, view: View): void {
  const bad = linearOf(state, view).find((line) => FORBIDDEN.test(line.replaceAll('\n', '')));
  expectThat(bad === undefined, `a line to be read out holds a control character: ${bad}`);
}

function nfc(editor: Editor): string {
  return editor.buffer.text.normalize('NFC');
}

/** What is typed and nowhere else yet; null when there is nothing of that kind. */
export function typedIn({ session }: ReviewState): { slug: string; text: string } | null {
  const editor = session?.editor ?? null;
  if (session === null || editor === null || editor.jotted?.type !== 'draft') return null;
  return { slug: session.slug, text: nfc(editor) };
}

/** The newest text in the editor is in the journal, or is known not to be. */
export function checkJot({ jots, commits }: Desk, state: ReviewState): void {
  const editor = state.session?.editor ?? null;
  if (state.closed || editor === null || editor.buffer.text === editor.base) return;
  const { jotted } = editor;
  expectThat(jotted !== null, `not journalled: ${nfc(editor)}`);
  const unsaved = state.unsaved.map(({ operation }) => operation);
  const isKept = [jots, commits, unsaved].some((kept) => kept.includes(jotted));
  expectThat(isKept, `journalled nowhere: ${nfc(editor)}`);
  if (jotted.type === 'draft') {
    expectThat(jotted.draft.text === nfc(editor), `journalled another text than ${nfc(editor)}`);
  }
}

function textsOf({ source, zh, en }: SignOff): readonly string[] {
  return [source === 'zh' ? en : zh];
}

/** Every target that an article's files know. */
export function targetsIn({ records }: ArticleState): ReadonlySet<string> {
  const texts = [...records.values()].flatMap((record) => [
    ...record.drafts.map(({ text }) => text),
    ...record.signoffs.flatMap(textsOf),
  ]);
  return new Set(texts.map((text) => text.trim()));
}

export function unsavedTexts({ unsaved }: ReviewState): readonly string[] {
  return unsaved.flatMap(({ operation }) => {
    if (operation.type === 'draft') return [operation.draft.text.trim()];
    return operation.type === 'sign-off' ? [operation.zh, operation.en] : [];
  });
}

/** Keys go to the segment that is selected. */
export function checkFocus({ session }: ReviewState): void {
  if (session === null || session.editor === null) return;
  const unit = session.article.units[session.shown[session.cursor.selected] ?? -1];
  expectThat(unit?.key === session.editor.key, `typed for ${session.editor.key}, at ${unit?.key}`);
}

/** What the screen shows as approved is what the files hold, unless it says that it is not. */
export function checkPairs(desk: Desk, state: ReviewState): void {
  const { session, unsaved, reload, saving } = state;
  const isUnderWay = unsaved.length > 0 || reload !== 'none' || saving !== null;
  if (session === null || isUnderWay) return;
  const onDisk = desk.article(session.slug);
  if (session.article === onDisk) return;
  const approved = session.article.units.filter(({ status }) => status === 'reviewed');
  const lost = approved.find((unit) => !holds(onDisk, unit));
  expectThat(lost === undefined, `shown as approved and not in the files: ${lost?.key}`);
}

function holds({ locales }: ArticleState, { key, pair }: Unit): boolean {
  return (['zh', 'en'] as const).every((lang) => locales[lang].get(key) === pair?.[lang]);
}

/** Somebody else had signed, unseen: then the text is a draft. */
function hasRival(signoffs: readonly SignOff[], { at, by, seen }: SignOffOperation): boolean {
  return signoffs.some((entry) => (entry.at !== at || entry.by !== by) && entry.at > (seen ?? ''));
}

export function checkCommits(
  articles: readonly ArticleState[],
  commits: readonly Operation[],
): void {
  const records = articles.flatMap((article) => [...article.records.values()]);
  for (const operation of commits) {
    if (operation.type !== 'sign-off') continue;
    const { key, at, by } = operation;
    const signoffs = records.filter((record) => record.key === key).flatMap((r) => r.signoffs);
    const isThere = signoffs.some((entry) => entry.at === at && entry.by === by);
    expectThat(isThere || hasRival(signoffs, operation), `lost: ${JSON.stringify(operation)}`);
  }
}
