/** Which Chromium there is, and whether it can draw Chinese. */
import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { platform } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { isCode } from '../atomic-file.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const run = promisify(execFile);

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'chrome.exe',
  'microsoft-edge',
  'msedge.exe',
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of a Chromium: the one that CHROMIUM_PATH names, else a usual one; null when there is none. */
export async function findChromium(environment: Environment): Promise<string | null> {
  const named = environment['CHROMIUM_PATH'] ?? '';
  if (named !== '') return (await isExecutable(named)) ? named : null;
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  for (const path of [...places, ...PLACES]) if (await isExecutable(path)) return path;
  return null;
}

/** What it says of itself. */
export async function versionOf(path: string): Promise<string> {
  try {
    const { stdout } = await run(path, ['--version'], { timeout: 20_000 });
    return stdout.trim();
  } catch {
    return path;
  }
}

/**
 * Whether a font with Chinese characters is installed. Without one a PDF comes out all the same, and some of its
 * characters are gone. Systems without fontconfig bring such fonts along.
 */
export async function hasChineseFont(environment: Environment): Promise<boolean> {
  if (platform() === 'darwin' || platform() === 'win32') return true;
  try {
    const { stdout } = await run('fc-list', [':lang=zh'], {
      timeout: 20_000,
      env: { ...environment },
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout.trim() !== '';
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false;
    throw error;
  }
}
