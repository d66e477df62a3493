/** Debian's epubcheck: another opinion than the tests' own checker, where this machine has it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const JAR = '/usr/share/java/epubcheck.jar';

/** Java's better compiler takes longer than the check of a book. */
const SHORT_RUN = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/** Whether the jar is there, and a Java to run it; `.ci/run` installs both, and fails where a test is skipped. */
export const HAS_EPUBCHECK = existsSync(JAR) && spawnSync('java', ['-version']).error === undefined;

/** What it says of a book, when it finds anything; '' for a good one. */
export function saidByDebian(epub: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'epubcheck-'));
  try {
    const file = join(folder, 'book.epub');
    writeFileSync(file, epub);
    const args = [...SHORT_RUN, '-jar', JAR, file];
    const { status, stdout, stderr } = spawnSync('java', args, { encoding: 'utf8' });
    const said = `${stdout}${stderr}`;
    return status === 0 && said.includes('No errors or warnings detected') ? '' : said;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
