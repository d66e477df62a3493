/** The proxy that the environment names, by the rules of curl. */
import { UserError } from '../../core/errors.ts';
import type { Environment } from '../index.ts';

export interface Proxy {
  readonly host: string;
  readonly port: number;
  readonly protocol: string;
  readonly auth?: { readonly username: string; readonly password: string };
}

const PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

/** A variable's name in both spellings with its value; the small one wins. */
function variable(env: Environment, name: string): readonly [string, string] | null {
  for (const spelling of [name.toLowerCase(), name]) {
    const value = env[spelling]?.trim() ?? '';
    if (value !== '') return [spelling, value];
  }
  return null;
}

/** One entry of NO_PROXY: `*`, `host`, `.host` or `*.host`, each with all below it, and `host:port`. */
function isMeant(entry: string, host: string, port: number): boolean {
  if (entry === '*') return true;
  const [, name = '', wanted] = /^(?:\*?\.)?(.*?)(?::(\d+))?$/.exec(entry) ?? [];
  if (name === '' || (wanted !== undefined && Number(wanted) !== port)) return false;
  return host === name || host.endsWith(`.${name}`);
}

function isExempt(server: URL, env: Environment): boolean {
  const list = variable(env, 'NO_PROXY')?.[1] ?? '';
  const port = Number(server.port) || (PORTS[server.protocol] ?? 0);
  const entries = list.toLowerCase().split(/[\s,]+/);
  return entries.some((entry) => isMeant(entry, server.hostname, port));
}

function readProxy(name: string, value: string): Proxy {
  const url = URL.parse(value.includes('://') ? value : `http://${value}`);
  const defaultPort = PORTS[url?.protocol ?? ''];
  if (url === null || defaultPort === undefined) {
    throw new UserError(`${name}: expected an address like "http://proxy.example:3128".`);
  }
  const username = decodeURIComponent(url.username);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || defaultPort,
    protocol: url.protocol,
    ...(username === '' ? {} : { auth: { username, password: decodeURIComponent(url.password) } }),
  };
}

/**
 * The proxy for a server, or null: HTTPS_PROXY or HTTP_PROXY by the server's protocol, else ALL_PROXY;
 * none for servers that NO_PROXY names.
 * @throws UserError for a proxy that is no HTTP proxy
 */
export function proxyFor(server: string, env: Environment): Proxy | null {
  const url = new URL(server);
  const own = url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const found = variable(env, own) ?? variable(env, 'ALL_PROXY');
  return found === null || isExempt(url, env) ? null : readProxy(...found);
}
