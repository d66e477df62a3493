import type { Finding } from './model.ts';

/**
 * Whether a finding shuts the gate: an error that nobody has dismissed.
 * @param strict warnings shut it too
 */
export function isBlocking({ severity, dismissed }: Finding, strict = false): boolean {
  if (dismissed !== undefined) return false;
  return severity === 'error' || (strict && severity === 'warning');
}
