/** The files that take longest begin first, so that none is left over while the other threads have nothing to do. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const LONGEST = [
  'stories/monkey',
  'editions/browser',
  'stories/durability',
  'editions/page-pictures',
  'commands/workspaces',
  'stories/bad-input',
  'hostile',
  'stories/translate-kill',
  'stories/publish-kill',
  'stories/merge',
  'stories/dashboard',
  'io/watch',
  'editions/flavours',
  'editions/also/epub',
  'editions/pictures',
].map((name) => `/tests/${name}.test.ts`);

function rank({ moduleId }: TestSpecification): number {
  const at = LONGEST.findIndex((path) => moduleId.endsWith(path));
  return at === -1 ? LONGEST.length : at;
}

/** A thread goes on to the next file only where both share what they load: those come last, all together. */
function isShared({ project }: TestSpecification): boolean {
  return !project.config.isolate;
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const order = (file: TestSpecification): number =>
      rank(file) + (isShared(file) ? 2 * LONGEST.length : 0);
    return sorted.sort((a, b) => order(a) - order(b));
  }
}
