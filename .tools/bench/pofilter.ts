/** pofilter of translate-toolkit on pairs: the source goes in as msgid, whatever language it is in. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { otherLang, type Lang } from '../../src/core/model.ts';
import { withFolder } from './measure.ts';

export interface PofilterPair {
  readonly zh: string;
  readonly en: string;
}

function quoted(text: string): string {
  const plain = text.replace(/[\u0000-\u001f\u007f]/g, ' ');
  return `"${plain.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function catalogue(pairs: readonly PofilterPair[], source: Lang): string {
  const target = otherLang(source);
  const head = [
    'msgid ""',
    'msgstr ""',
    '"Content-Type: text/plain; charset=UTF-8\\n"',
    `"Language: ${target}\\n"`,
  ];
  const units = pairs.map((pair, index) =>
    [`msgctxt "${index}"`, `msgid ${quoted(pair[source])}`, `msgstr ${quoted(pair[target])}`].join(
      '\n',
    ),
  );
  return `${[head.join('\n'), ...units].join('\n\n')}\n`;
}

/** The names of the tests that failed, by the number of the pair. */
function failuresIn(text: string): ReadonlyMap<number, readonly string[]> {
  const failures = new Map<number, string[]>();
  let names: string[] = [];
  for (const line of text.split('\n')) {
    const name = /^# \(pofilter\) (\w+):/.exec(line)?.[1];
    const index = /^msgctxt "(\d+)"$/.exec(line)?.[1];
    if (name !== undefined) names.push(name);
    if (index === undefined) continue;
    failures.set(Number(index), names);
    names = [];
  }
  return failures;
}

/** Whether the machine has it. */
export function hasPofilter(): boolean {
  return spawnSync('pofilter', ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Its default tests on each pair, in the order of the pairs. */
export function runPofilter(
  pairs: readonly PofilterPair[],
  source: Lang,
): readonly (readonly string[])[] {
  return withFolder((folder) => {
    const [from, to] = [join(folder, 'in.po'), join(folder, 'out.po')];
    writeFileSync(from, catalogue(pairs, source));
    // What fails no test is not written; with no failure at all there is no file.
    writeFileSync(to, '');
    const args = ['--progress=none', `--language=${otherLang(source)}`, from, to];
    const { status, stderr } = spawnSync('pofilter', args, { encoding: 'utf8', maxBuffer: 1e9 });
    if (status !== 0) throw new Error(`pofilter ended with ${status}: ${stderr}`);
    const failures = failuresIn(readFileSync(to, 'utf8'));
    return pairs.map((_, index) => failures.get(index) ?? []);
  });
}
