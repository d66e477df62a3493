import type { Finding } from './model.ts';

/** Whether a finding shuts the gate: an error that nobody has dismissed. */
export function isBlocking({ severity, dismissed }: Finding): boolean {
  return severity === 'error' && dismissed === undefined;
}
