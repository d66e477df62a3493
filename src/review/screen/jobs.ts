/** The job that runs, or ran last: a few lines below the articles, a part of the header. */
import { visibleLine } from '../../core/safe-text.ts';
import { isRunning, type Job } from '../job.ts';
import { jobLabel } from '../labels.ts';
import type { ReviewState } from '../state.ts';
import { fit } from '../text/fit.ts';
import { bar, heading, percent } from './frame.ts';
import { type Part, type Row, type Style, type View, part, row } from './row.ts';

/** Rows of text below the panel's heading. */
function textRows(rows: number): number {
  return Math.max(3, Math.min(6, Math.floor(rows / 6)));
}

/** Rows that the panel takes below the list; 0 without a job. */
export function jobRowsOf({ job, size }: ReviewState): number {
  return job === null ? 0 : 1 + textRows(size.rows);
}

function subject({ slug }: Job, { t }: View): string {
  return slug === null ? t('review.job.all') : visibleLine(slug);
}

function endStyle({ end }: Job): Style {
  if (end === null) return 'plain';
  return end.exitCode === 0 ? 'reviewed' : 'error';
}

function state({ end, isStopping }: Job, { t }: View): string {
  if (end === null) return isStopping ? t('review.job.stops') : t('review.job.runs');
  if (end.exitCode === null) return t('review.job.failed');
  return end.exitCode === 0 ? t('review.job.done') : t('review.job.exit', { code: end.exitCode });
}

function title(job: Job, view: View): readonly Part[] {
  return [
    part(`${view.t(jobLabel(job.name))} `, 'strong'),
    part(`${subject(job, view)}  `, 'faint'),
    part(state(job, view), endStyle(job)),
    part(`  ${view.t(job.end === null ? 'review.job.keys' : 'review.job.keysEnded')}`, 'faint'),
  ];
}

function progressParts({ progress }: Job, view: View): readonly Part[] {
  if (progress === null) return [part(` ${view.t('review.job.working')}`, 'faint')];
  const { done, total } = progress;
  const text = visibleLine(progress.text);
  if (done === null || total === null) return [part(` ${text}`)];
  const figures = ` ${percent(done, total)} ${done}/${total}  `;
  return [part(` ${bar(done, total, 16, view.ascii)}`), part(figures), part(text, 'faint')];
}

/** What is asked, and the two answers; no is the first, so that a key too many costs nothing. */
function questionRows(question: string, selected: number, columns: number, view: View): Row[] {
  const answers = [view.t('review.job.no'), view.t('review.job.yes')];
  return [
    row(part(` ${fit(visibleLine(question), columns - 2)}`, 'strong')),
    ...answers.map((words, at) => {
      const isSelected = at === selected;
      const parts = [part(isSelected ? '> ' : '  ', 'strong'), part(words)];
      return isSelected ? { parts, inverse: true } : { parts };
    }),
  ];
}

function line(text: string, style: Style, columns: number): Row {
  return row(part(` ${fit(visibleLine(text), columns - 2)}`, style));
}

function bodyRows(job: Job, rows: number, columns: number, view: View): Row[] {
  const notes = job.notes.map((text) => line(text, 'faint', columns));
  if (job.end !== null) {
    const said = job.end.lines.map((text) => line(text, 'plain', columns));
    return (said.length === 0 ? notes : said).slice(-rows);
  }
  return [...notes, row(...progressParts(job, view))].slice(-rows);
}

/** The panel, `jobRowsOf` rows of it. */
export function jobRows(review: ReviewState, view: View): readonly Row[] {
  const { job, overlay, size } = review;
  if (job === null) return [];
  const { columns } = size;
  const height = jobRowsOf(review) - 1;
  const asked =
    overlay?.type === 'question' && job.question !== null
      ? questionRows(job.question, overlay.selected, columns, view)
      : [];
  const above = asked.length > 0 ? job.notes.map((text) => line(text, 'faint', columns)) : [];
  const shown =
    asked.length > 0 ? [...above, ...asked].slice(-height) : bodyRows(job, height, columns, view);
  const blank = Array.from({ length: height - shown.length }, () => row());
  return [row(...heading(title(job, view), columns, view)), ...shown, ...blank];
}

/** For the header of an article's review: that a job runs, how far it is, that it asks something. */
export function jobParts({ job }: ReviewState, view: View): readonly Part[] {
  if (!isRunning(job)) return [];
  const name = view.t(jobLabel(job.name));
  if (job.question !== null)
    return [part(` ${view.t('review.job.asks', { job: name })} `, 'changed')];
  const { done = null, total = null } = job.progress ?? {};
  const far = done === null || total === null ? '…' : ` ${done}/${total}`;
  return [part(` ${name}${far} `, 'draft')];
}
