import { UserError } from '../core/errors.ts';
import type { MessageKey, Translate } from '../core/messages.ts';
import { LANGS, type Lang } from '../core/model.ts';
import { normalForm } from '../core/normal-form.ts';
import { visibleLine } from '../core/safe-text.ts';
import {
  planArticle,
  planText,
  totalsOf,
  type PlannedKept,
  type PlannedSegment,
  type SegmentPlan,
} from '../core/segment-plan.ts';
import { decode } from '../formats/intake/decode.ts';
import { kindOf as inputKind } from '../formats/intake/input-kind.ts';
import type { Services } from '../services.ts';
import { defineCommand } from './command.ts';

type Flags = {
  readonly lang?: Lang;
  readonly json: boolean;
};

function parseLang(word: string): Lang {
  const lang = LANGS.find((candidate) => candidate === word);
  if (lang === undefined) throw new Error(`expected ${LANGS.join(' or ')}`);
  return lang;
}

type Kind = 'article' | 'text';

function kindOf(path: string): Kind {
  return /\.(?:md|markdown)$/i.test(path) ? 'article' : 'text';
}

async function plan(
  services: Services,
  path: string,
  lang: Lang | undefined,
): Promise<SegmentPlan> {
  const config = await services.findConfig();
  const { text } = decode(await services.readInput(path), { name: path });
  if (inputKind(path, text) === 'html') {
    throw new UserError(
      `${path} is HTML: bring it in with \`duizhao add\`, then look at the article.`,
    );
  }
  const options = {
    file: path,
    ...(config === null ? {} : { fields: config.fields, segmentation: config.segmentation }),
    ...(lang === undefined ? {} : { lang }),
  };
  const planned = kindOf(path) === 'article' ? planArticle : planText;
  return planned(normalForm(text), options);
}

type Row = readonly [number: string, lang: string, place: string, offsets: string, text: string];

function placeCells({ line, column, from, to }: PlannedSegment | PlannedKept): [string, string] {
  return [`${line}:${column}`, `${from}-${to}`];
}

function segmentRow(t: Translate, segment: PlannedSegment, index: number): Row {
  const { untranslatable: reason, text } = segment;
  const note = reason === null ? '' : ` – ${t(`segments.reason.${reason}`)}`;
  return [String(index + 1), segment.lang, ...placeCells(segment), text + note];
}

function keptRow(t: Translate, kept: PlannedKept): Row {
  return ['', '', ...placeCells(kept), `– ${t(`segments.kept.${kept.kind}`)}`];
}

/** Segments and blocks that are none, as they follow each other in the text. */
function rowsOf(t: Translate, { segments, kept }: SegmentPlan): Row[] {
  const rows = [
    ...segments.map((segment, index) => ({
      from: segment.from,
      row: segmentRow(t, segment, index),
    })),
    ...kept.map((block) => ({ from: block.from, row: keptRow(t, block) })),
  ];
  return rows.sort((a, b) => a.from - b.from).map(({ row }) => row);
}

function table(rows: readonly Row[]): string[] {
  const widths = [0, 1, 2, 3].map((column) =>
    rows.reduce((width, row) => Math.max(width, (row[column] ?? '').length), 0),
  );
  return rows.map((row) => {
    const cells = row.slice(0, 4).map((cell, column) => cell.padStart(widths[column] ?? 0));
    return visibleLine([...cells, row[4]].join('  '));
  });
}

function sumLine(t: Translate, planned: SegmentPlan): string {
  const { segments, untranslatable, ...counts } = totalsOf(planned);
  const reasons = Object.entries(untranslatable).map(
    ([reason, count]) => `${t(`segments.reason.${reason}` as MessageKey)} ${count}`,
  );
  const none =
    reasons.length === 0
      ? ''
      : t('segments.none', { reasons: reasons.join(t('translate.listGap')) });
  return t('segments.sum', { count: segments, ...counts, none });
}

export const command = defineCommand<Flags, [string]>({
  parameters: (t) => ({
    flags: {
      lang: { kind: 'parsed', parse: parseLang, brief: t('segments.flag.lang'), optional: true },
      json: { kind: 'boolean', brief: t('flag.json'), default: false },
    },
    positional: {
      kind: 'tuple',
      parameters: [{ brief: t('segments.argument.file'), parse: String, placeholder: 'file' }],
    },
  }),
  run: async (services, flags, [path]) => {
    const planned = await plan(services, path, flags.lang);
    if (!flags.json) {
      const lines = [...table(rowsOf(services.t, planned)), sumLine(services.t, planned)];
      return { output: `${lines.join('\n')}\n`, exitCode: 0 };
    }
    const report = { file: path, kind: kindOf(path), ...planned, totals: totalsOf(planned) };
    return { output: `${JSON.stringify(report, null, 2)}\n`, exitCode: 0 };
  },
});
