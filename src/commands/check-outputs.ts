/** Where the reports of `check` go: `--format`, `--output`, `--json`. */
import { UserError } from '../core/errors.ts';
import { visibleLine } from '../core/safe-text.ts';
import { human } from '../reports/human.ts';
import { REPORTS } from '../reports/index.ts';
import type { Report, ReportInput } from '../reports/report.ts';
import { verdictLine } from '../reports/verdict-lines.ts';
import type { Services } from '../services.ts';

interface OutputFile {
  readonly report: Report;
  readonly path: string;
}

export interface OutputPlan {
  readonly files: readonly OutputFile[];
  /** Null: all reports go to files, and only the verdict is printed. */
  readonly printed: Report | null;
}

export type OutputFlags = {
  readonly json: boolean;
  readonly format?: readonly string[];
  readonly output?: readonly string[];
};

const ALL: readonly Report[] = REPORTS;

/** The length of the ending of a path that says it holds such a report; 0 where none does. */
function fitOf({ extensions }: Report, path: string): number {
  const fitting = extensions.filter((extension) => path.toLowerCase().endsWith(`.${extension}`));
  return Math.max(0, ...fitting.map((extension) => extension.length));
}

/** The report that a file is for by its ending: one that was asked for before any other. */
function byEnding(path: string, free: readonly Report[]): Report | undefined {
  const fitting = ALL.filter((report) => fitOf(report, path) > 0).sort(
    (a, b) => fitOf(b, path) - fitOf(a, path),
  );
  const asked = fitting.find((report) => free.includes(report));
  if (asked !== undefined) return asked;
  return fitting[0] ?? (free.length === 1 ? free[0] : undefined);
}

/** `sarif=report.sarif`, or a path whose ending tells the format. */
function outputOf(word: string, free: readonly Report[]): OutputFile {
  const at = word.indexOf('=');
  const named = ALL.find(({ id }) => id === word.slice(0, Math.max(0, at)));
  const path = named === undefined ? word : word.slice(at + 1);
  const report = named ?? byEnding(path, free);
  if (path === '') throw new UserError('--output: name a file, such as sarif=report.sarif.');
  if (report !== undefined) return { report, path };
  throw new UserError(
    `--output ${visibleLine(word)}: say which format, such as markdown=${visibleLine(word)}.`,
  );
}

function filesOf(words: readonly string[], wanted: readonly Report[]): OutputFile[] {
  const files: OutputFile[] = [];
  for (const word of words) {
    const free = wanted.filter((report) => !files.some((file) => file.report === report));
    const file = outputOf(word, free);
    if (files.some(({ path }) => path === file.path)) {
      throw new UserError(`--output: ${visibleLine(file.path)} is named twice.`);
    }
    files.push(file);
  }
  return files;
}

function tooMany(reports: readonly Report[]): UserError {
  const [{ id: first, extensions }, second] = [reports[1] ?? human, reports[0] ?? human];
  return new UserError(
    `Only one report can be printed, not ${second.id} and ${first}: name a file for the other, such as --output ${first}=report.${extensions[0]}.`,
  );
}

/**
 * Plans the outputs: formats that no file is named for go to standard output, `human` without any format.
 * @throws UserError for two of those, a file named twice, and a file of no known format
 */
export function planOutputs({ json, format = [], output = [] }: OutputFlags): OutputPlan {
  const ids = new Set(json ? ['json', ...format] : format);
  const wanted = ALL.filter(({ id }) => ids.has(id));
  const files = filesOf(output, wanted);
  const left = wanted.filter((report) => !files.some((file) => file.report === report));
  if (left.length > 1) throw tooMany(left);
  const usual = wanted.length === 0 ? human : null;
  return { files, printed: left[0] ?? usual };
}

/** Whether a report of this format is made at all. */
export function makes({ files, printed }: OutputPlan, ...ids: readonly string[]): boolean {
  return [...files.map(({ report }) => report), printed].some(
    (report) => report !== null && ids.includes(report.id),
  );
}

/**
 * Writes the files.
 * @returns what is printed
 * @throws UserError when a file cannot be written
 */
export async function putOut(
  { files, printed }: OutputPlan,
  input: ReportInput,
  { writeFile }: Pick<Services, 'writeFile'>,
): Promise<string> {
  for (const { report, path } of files) {
    await writeFile(path, report.render({ ...input, styled: false }));
  }
  return printed === null ? `${verdictLine(input)}\n` : printed.render(input);
}
