/** What DeepL says of an account: more than its client hands on. */
import type { EngineUsage } from '../../core/ports.ts';
import type { Connection } from './connection.ts';
import { DeeplError } from './failures.ts';

const ENDPOINT = '/v2/usage';
/** How the API writes "no limit". */
const NO_LIMIT = 1_000_000_000_000;

function numberAt(answer: object, name: string): number | null {
  const value: unknown = Reflect.get(answer, name);
  return typeof value === 'number' && value >= 0 ? value : null;
}

function limitAt(answer: object, name: string): number | null {
  const limit = numberAt(answer, name);
  return limit === NO_LIMIT ? null : limit;
}

/** A time of the API as ISO 8601 in UTC; null when it is none. */
function timeAt(answer: object, name: string): string | null {
  const value: unknown = Reflect.get(answer, name);
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** Usage from the answer of the API. Throws DeeplError when it says nothing of characters. */
function readUsage(answer: unknown): EngineUsage {
  const facts = typeof answer === 'object' && answer !== null ? answer : {};
  const used = numberAt(facts, 'character_count');
  if (used === null) {
    throw new DeeplError('answer', "DeepL's answer does not say how many characters are used");
  }
  const resets = timeAt(facts, 'end_time');
  const keyUsed = numberAt(facts, 'api_key_character_count');
  return {
    used,
    limit: limitAt(facts, 'character_limit'),
    ...(resets === null ? {} : { resets }),
    ...(keyUsed === null
      ? {}
      : { key: { used: keyUsed, limit: limitAt(facts, 'api_key_character_limit') } }),
  };
}

/** Characters used in this period, of the account and of the key. Throws DeeplError. */
export async function deeplUsage(
  connection: Connection,
  signal: AbortSignal | undefined,
): Promise<EngineUsage> {
  const call = { endpoint: ENDPOINT, signal };
  return readUsage(await connection.call(call, (client) => client.read(ENDPOINT)));
}
