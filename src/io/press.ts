/** Records of what was published, and the intent to add to them, on disk. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { publishedPath } from '../core/paths.ts';
import type { Intent, Press, RecordLine } from '../core/press.ts';
import { makeLastingNow, readIfThere, replaceNow, writeIfChanged } from './atomic-file.ts';
import { claimWork } from './claim.ts';
import { statInside } from './inside.ts';
import type { Processes } from './lock.ts';
import { openSiteFolder, peekSite } from './site-folder.ts';
import { stampIn } from './stamp.ts';
import { openPlace } from './staged-site.ts';
import { syncFiles } from './sync-files.ts';
import { decodeText, fileError } from './text-file.ts';
import { readWorkspaceFile } from './workspace-file.ts';

export interface PressOptions {
  readonly root: string;
  /** The workspace's folder outside of it (see state-folder.ts). */
  readonly stateFolder: string;
  readonly processes: Processes;
}

const intentSchema = v.object({
  folder: v.string(),
  site: v.string(),
  lines: v.array(v.object({ slug: v.string(), line: v.string() })),
});

function readRecordText(root: string, slug: string): string {
  const path = publishedPath(slug);
  const bytes = readWorkspaceFile(root, path);
  return bytes === null ? '' : decodeText(bytes, path, 'bring it back from git');
}

/** The record's new mark; null when it has the lines already. */
function appendOne(root: string, slug: string, lines: readonly string[]): string | null {
  const path = publishedPath(slug);
  const before = readRecordText(root, slug);
  const known = new Set(before.split('\n'));
  const fresh = lines.filter((line) => !known.has(line));
  if (fresh.length === 0) return null;
  // Half a line that somebody left is closed first: it stays, and takes none of ours with it.
  const gap = before === '' || before.endsWith('\n') ? '' : '\n';
  try {
    statInside(root, path);
    return stampIn(replaceNow(join(root, path), `${before}${gap}${fresh.join('\n')}\n`));
  } catch (error) {
    throw fileError(error, path, 'written');
  }
}

async function append(
  root: string,
  lines: readonly RecordLine[],
): Promise<ReadonlyMap<string, string>> {
  const marks = new Map<string, string>();
  for (const [slug, own] of Map.groupBy(lines, (line) => line.slug)) {
    const mark = appendOne(
      root,
      slug,
      own.map(({ line }) => line),
    );
    if (mark !== null) marks.set(slug, mark);
  }
  try {
    const paths = [...marks.keys()].map((slug) => join(root, publishedPath(slug)));
    await syncFiles(join(root, 'articles'), paths);
    return marks;
  } catch (error) {
    throw fileError(error, 'articles', 'written');
  }
}

function recordMark(root: string, slug: string): string {
  const path = publishedPath(slug);
  try {
    const stats = statInside(root, path);
    return stats === null ? '' : stampIn(stats);
  } catch (error) {
    throw fileError(error, path, 'read');
  }
}

/** One that cannot be read was never finished, and what it was about did not happen. */
function readIntent(path: string): Intent | null {
  try {
    const bytes = readIfThere(path);
    return bytes === null ? null : v.parse(intentSchema, JSON.parse(bytes.toString('utf8')));
  } catch {
    return null;
  }
}

/** Opens the press of a workspace. Nothing is made on the disk before something is published. */
export function openPress({ root, stateFolder, processes }: PressOptions): Press {
  const path = join(stateFolder, 'publish.json');
  return {
    claim: (by) => claimWork(stateFolder, processes, by, 'publish'),
    record: (slug) => readRecordText(root, slug),
    mark: (slug) => recordMark(root, slug),
    append: (lines) => append(root, lines),
    intent: () => readIntent(path),
    intend: async (intent) => {
      try {
        makeLastingNow(stateFolder);
        await writeIfChanged(path, JSON.stringify(intent));
      } catch (error) {
        throw fileError(error, path, 'written');
      }
    },
    settle: () => {
      try {
        rmSync(path, { force: true });
      } catch {
        // It does no harm: a line that is in its record already is not added again.
      }
    },
    peekSite,
    openSite: (folder) => openSiteFolder(folder, { root }),
    openPlace,
  };
}
