/** Bundles src/ into dist/: one small entry, and chunks that load when a command needs them. */
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { build, type Metafile, type Plugin } from 'esbuild';
import { configSchema } from '../src/config.ts';
import { themeTypes } from './theme-types.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
  version: string;
};

/** Ink loads React's developer tools when DEV is set; they are not part of the product. */
const withoutDevtools: Plugin = {
  name: 'without-devtools',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^react-devtools-core$|devtools\.js$/ }, ({ path, importer }) =>
      path === 'react-devtools-core' || /[\\/]ink[\\/]build[\\/]/.test(importer)
        ? { path, namespace: 'empty' }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'empty' }, () => ({
      contents: 'export default {}; export const initialize = () => {};',
    }));
  },
};

/** With DEBUG set, a library of the HTTP client prints headers, and with them the key. */
const withoutDebug: Plugin = {
  name: 'without-debug',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^debug$/ }, ({ path }) => ({ path, namespace: 'silent' }));
    onLoad({ filter: /.*/, namespace: 'silent' }, () => ({
      contents: 'module.exports = () => () => {};',
    }));
  },
};

async function bundle(folder: string): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { duizhao: 'src/cli.ts' },
    outdir: folder,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    keepNames: false,
    platform: 'node',
    // ES modules where a package has them: CommonJS cannot be split or shaken.
    mainFields: ['module', 'main'],
    format: 'esm',
    // Old enough that an unsupported Node can still read the entry and say what it needs.
    target: 'node20',
    jsx: 'automatic',
    define: {
      'process.env.NODE_ENV': '"production"',
      DUIZHAO_VERSION: JSON.stringify(manifest.version),
    },
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    legalComments: 'none',
    plugins: [withoutDevtools, withoutDebug],
    metafile: true,
    logLevel: 'warning',
  });
  return metafile;
}

/** Folders of the packages whose code is in the bundle. */
function packagesIn(metafile: Metafile): string[] {
  const folders = Object.keys(metafile.inputs).flatMap(
    (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? [],
  );
  return [...new Set(folders)].sort();
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  /** The field's old form. */
  readonly licenses?: readonly { readonly type: string }[];
}

/** The licence's file, else what the readme says under that heading. */
async function licenceText(folder: string): Promise<string> {
  const names = await readdir(folder);
  const file = names.find((name) => /^licen[cs]e/i.test(name));
  if (file !== undefined) return readFile(join(folder, file), 'utf8');
  const readme = names.find((name) => /^readme\.md$/i.test(name));
  const text = readme === undefined ? '' : await readFile(join(folder, readme), 'utf8');
  return /^#* *licen[cs]e *#*\n(?:[-=]+\n)?([\s\S]*)/im.exec(text)?.[1] ?? '';
}

async function licenceOf(path: string): Promise<string> {
  const folder = join(root, path);
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
  const { name, version, license = manifest.licenses?.[0]?.type ?? 'no licence named' } = manifest;
  return `## ${name} ${version} (${license})\n\n${(await licenceText(folder)).trim()}\n`;
}

/** Builds the program into a folder, in the place of what is there. */
export async function buildInto(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const metafile = await bundle(folder);
  await mkdir(folder, { recursive: true });
  const licences = await Promise.all(packagesIn(metafile).map(licenceOf));
  const schema = toJsonSchema(configSchema, {
    typeMode: 'input',
    // What compares values with each other has no words in JSON Schema.
    ignoreActions: ['check'],
  });
  await Promise.all([
    writeFile(join(folder, 'meta.json'), JSON.stringify(metafile)),
    writeFile(join(folder, 'config.schema.json'), `${JSON.stringify(schema, null, 2)}\n`),
    writeFile(
      join(folder, 'THIRD-PARTY-LICENSES.md'),
      `# Code of others in this bundle\n\n${licences.join('\n')}`,
    ),
  ]);
  for (const [name, text] of await themeTypes(root)) await writeFile(join(folder, name), text);
  await chmod(join(folder, 'duizhao.js'), 0o755);
}

if (import.meta.main) await buildInto(join(root, 'dist'));
