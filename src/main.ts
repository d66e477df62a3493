/** argv → command → output and exit code. */
import {
  buildApplication,
  buildCommand,
  run,
  type CommandContext,
  type StricliProcess,
  type TypedCommandParameters,
} from '@stricli/core';
import type { CommandEntry, CommandModule, CommandResult, ExitCode } from './commands/command.ts';
import { COMMANDS } from './commands/index.ts';
import { applicationText } from './commands/text.ts';
import { UserError } from './core/errors.ts';
import type { Translate } from './core/messages.ts';
import type { Lang } from './core/model.ts';
import { nearest } from './core/nearest.ts';
import type { Host } from './host.ts';
import { chooseLang, createTranslate } from './interface.ts';
import { createServices } from './services.ts';

interface GlobalOptions {
  readonly lang: Lang | undefined;
  readonly rest: readonly string[];
}

/** How many of the arguments may hold options of the program. */
function globalsEnd(argv: readonly string[]): number {
  const [first = ''] = argv;
  const at = first === '--lang' ? 2 : Number(first.startsWith('--lang='));
  const entries: readonly CommandEntry[] = COMMANDS;
  if (entries.some(({ name, ownLang }) => ownLang === true && name === argv[at])) return at;
  const end = argv.indexOf('--');
  return end === -1 ? argv.length : end;
}

/** Takes `--lang` out of the arguments: it holds for every command, help included. */
function takeGlobals(argv: readonly string[]): GlobalOptions {
  const head = argv.slice(0, globalsEnd(argv));
  const at = head.findIndex((word) => /^--lang(?:=|$)/.test(word));
  if (at === -1) return { lang: undefined, rest: argv };
  const [name, inline] = (head[at] ?? '').split('=', 2);
  const lang = inline ?? head[at + 1];
  if (lang !== 'zh' && lang !== 'en') {
    throw new UserError(`${name}: expected "zh" or "en", got "${String(lang)}".`);
  }
  return { lang, rest: argv.toSpliced(at, inline === undefined ? 2 : 1) };
}

function overview(t: Translate, version: string): string {
  const width = Math.max(...COMMANDS.map((entry) => entry.name.length));
  const lines = COMMANDS.map((entry) => `  ${entry.name.padEnd(width)}  ${t(entry.brief)}`);
  return [
    `duizhao ${version} · ${t('help.what')}`,
    '',
    t('help.usage'),
    '',
    ...lines,
    '',
    t('help.more'),
    '',
  ].join('\n');
}

interface Run {
  readonly host: Host;
  readonly t: Translate;
  readonly lang: Lang;
}

async function runCommand(
  entry: CommandEntry,
  argv: readonly string[],
  { host, t, lang }: Run,
): Promise<ExitCode> {
  const { command } = await entry.load();
  let result: CommandResult | undefined;
  let failure: unknown;
  const application = buildApplication(
    toStricli(command, entry, t, async (flags, args) => {
      const services = createServices(host, t, lang);
      try {
        result = await command.run(services, flags, args).finally(services.close);
      } catch (error) {
        failure = error;
      }
    }),
    {
      name: `duizhao ${entry.name}`,
      scanner: { caseStyle: 'allow-kebab-for-camel', allowArgumentEscapeSequence: true },
      documentation: { caseStyle: 'convert-camel-to-kebab', disableAnsiColor: true },
      localization: { text: applicationText(lang) },
    },
  );
  // What stricli finds wrong with the arguments is said like everything else that is wrong.
  let complaint = '';
  const stderr = { write: (text: string) => (complaint += text) };
  const process: StricliProcess = { stdout: host.stdout, stderr, env: {} };
  await run(application, argv, { process });
  if (failure !== undefined) throw failure;
  if (complaint !== '') throw usageError(complaint, entry.name);
  if (result === undefined) return 0;
  host.stdout.write(result.output);
  return result.exitCode;
}

function toStricli(
  command: CommandModule,
  entry: CommandEntry,
  t: Translate,
  call: (flags: Readonly<Record<string, unknown>>, args: readonly string[]) => Promise<void>,
): ReturnType<typeof buildCommand> {
  return buildCommand({
    func: (flags: Readonly<Record<string, unknown>>, ...args: string[]) => call(flags, args),
    // Stricli hands over as many arguments as the command has said it takes.
    parameters: command.parameters(t) as TypedCommandParameters<
      Readonly<Record<string, unknown>>,
      string[],
      CommandContext
    >,
    docs: { brief: t(entry.brief) },
  });
}

function usageError(complaint: string, command: string): UserError {
  const what = complaint.trim().replaceAll('\n', '; ');
  return new UserError(what.endsWith('?') ? what : `${what}: see \`duizhao ${command} --help\`.`);
}

function unknownCommand(name: string): UserError {
  const guess = nearest(
    name,
    COMMANDS.map((entry) => entry.name),
  );
  const hint = guess === null ? 'see `duizhao --help`.' : `did you mean \`duizhao ${guess}\`?`;
  return new UserError(`There is no command "${name}": ${hint}`);
}

async function dispatch(host: Host): Promise<ExitCode> {
  const { lang: wish, rest } = takeGlobals(host.argv);
  const { environment } = host;
  const lang = chooseLang([
    wish,
    environment['DUIZHAO_LANG'],
    await configLang(host),
    environment['LC_ALL'],
    environment['LC_MESSAGES'],
    environment['LANG'],
  ]);
  const t = await createTranslate(lang);
  const [name = 'review', ...argv] = rest;
  if (name === '--help' || name === '-h' || name === 'help') {
    host.stdout.write(overview(t, host.version));
    return 0;
  }
  if (name === '--version' || name === '-v') {
    host.stdout.write(`${host.version}\n`);
    return 0;
  }
  const entry = COMMANDS.find((candidate) => candidate.name === name);
  if (entry === undefined) throw unknownCommand(name);
  return runCommand(entry, argv, { host, t, lang });
}

/** The config's language, when there is a config that can be read; its faults are the command's to tell. */
async function configLang(host: Host): Promise<Lang | undefined> {
  const { findWorkspace } = await import('./io/find-workspace.ts');
  return findWorkspace(host.cwd).then(
    (found) => found?.config.lang,
    () => undefined,
  );
}

/**
 * Runs the program.
 * @returns the exit code
 */
export async function main(host: Host): Promise<number> {
  try {
    return await dispatch(host);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    host.stderr.write(`duizhao: ${error.message}\n`);
    return error.exitCode;
  }
}
