/** `duizhao merge-driver`: what git calls to merge a locale or review file three-way, by key. */
import { shortTime } from '../core/short-time.ts';
import type { ClashText, MergeClash } from '../core/merge/clash.ts';
import { mergeFiles } from '../core/merge/merge-files.ts';
import { visibleLine } from '../core/safe-text.ts';
import type { Services } from '../services.ts';
import { defineCommand, type CommandResult } from './command.ts';

type Flags = { readonly json: boolean };

type Args = readonly [base: string, ours: string, theirs: string, path: string];

const decoder = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

async function readVersions({ readInput }: Services, [base, ours, theirs]: Args) {
  const [old, mine, other] = (await Promise.all([base, ours, theirs].map(readInput))).map(decode);
  if (typeof old !== 'string' || typeof mine !== 'string' || typeof other !== 'string') return null;
  return { base: old, ours: mine, theirs: other };
}

function quoted({ text, by, at }: ClashText): string {
  const shown = text === null ? '∅' : `“${text}”`;
  return by === undefined || at === undefined ? shown : `${shown} (${by}, ${shortTime(at)})`;
}

function clashLine({ t }: Services, path: string, { key, texts }: MergeClash): string {
  if (texts.length === 0) return t('merge.torn', { path, key });
  const all = texts.length === 1 ? [...texts, { text: null }] : texts;
  return t('merge.clash', { path, key, texts: all.map(quoted).join(' ≠ ') });
}

/** Says what clashed: git shows it above its own message about the file. */
function tell(services: Services, path: string, clashes: readonly MergeClash[]): void {
  for (const clash of clashes) services.note(visibleLine(clashLine(services, path, clash)));
  if (clashes.length === 0) return;
  const hint = path.endsWith('.json') ? 'merge.hintLocale' : 'merge.hint';
  services.note(visibleLine(services.t(hint, { path })));
}

interface Report {
  readonly path: string;
  /** `text`: line by line, since a side could not be read; `none`: not at all. */
  readonly merged: 'keys' | 'text' | 'none';
  readonly clashes: readonly MergeClash[];
}

function result(report: Report, { json }: Flags): CommandResult {
  const isClean = report.merged === 'keys' && report.clashes.length === 0;
  return {
    output: json ? `${JSON.stringify(report, null, 2)}\n` : '',
    exitCode: isClean ? 0 : 1,
  };
}

/** What cannot be read by key is left to git's own way, markers and all, so that no side is dropped. */
function mergeByLine(services: Services, [base, ours, theirs, path]: Args): Report {
  const isMerged = services.git.mergeAsText({ base, ours, theirs });
  const key = isMerged ? 'merge.asText' : 'merge.notAtAll';
  services.note(visibleLine(services.t(key, { path })));
  return { path, merged: isMerged ? 'text' : 'none', clashes: [] };
}

export const command = defineCommand<Flags, string[] & Args>({
  parameters: (t) => ({
    flags: { json: { kind: 'boolean', brief: t('flag.json'), default: false } },
    positional: {
      kind: 'tuple',
      parameters: [
        { brief: t('merge.argument.base'), parse: String, placeholder: 'base' },
        { brief: t('merge.argument.ours'), parse: String, placeholder: 'ours' },
        { brief: t('merge.argument.theirs'), parse: String, placeholder: 'theirs' },
        { brief: t('merge.argument.path'), parse: String, placeholder: 'path' },
      ],
    },
  }),
  run: async (services, flags, args) => {
    const [, ours, , path] = args;
    const versions = await readVersions(services, args);
    const merged = versions === null ? null : mergeFiles(path, versions);
    if (merged === null) return result(mergeByLine(services, args), flags);
    await services.writeFile(ours, merged.text);
    tell(services, path, merged.clashes);
    return result({ path, merged: 'keys', clashes: merged.clashes }, flags);
  },
});
