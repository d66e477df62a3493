/** The files that take longest begin first, so that none is left over while the other threads have nothing to do. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const LONGEST = [
  'commands/workspaces',
  'stories/monkey',
  'stories/bad-input',
  'editions/browser',
  'editions/page-pictures',
  'editions/flavours',
  'stories/durability',
  'stories/translate-kill',
  'hostile',
  'stories/terminal-parts',
  'stories/publish-kill',
  'editions/also/epub',
  'package',
].map((name) => `/tests/${name}.test.ts`);

function rank({ moduleId }: TestSpecification): number {
  const at = LONGEST.findIndex((path) => moduleId.endsWith(path));
  return at === -1 ? LONGEST.length : at;
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => rank(a) - rank(b));
  }
}
