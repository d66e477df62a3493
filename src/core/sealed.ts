/** Bytes that tell whether they are whole: what is damaged, or another form's, is as good as nothing. */
import { createHash } from 'node:crypto';

/** The seal is a line of its own before the content: SHA-256 in base64url. */
const SEAL = /^[\w-]{43}\n$/;
const SEAL_LENGTH = 44;

function sealOf(form: string, content: Uint8Array): string {
  return createHash('sha256').update(`${form}\n`).update(content).digest('base64url');
}

/**
 * A text with its seal, in two parts.
 * @param form what the text is, and how it is written: whoever reads it expects the same
 */
export function sealed(form: string, text: string): readonly Uint8Array[] {
  const content = Buffer.from(text);
  return [Buffer.from(`${sealOf(form, content)}\n`), content];
}

/** The text that was sealed; null when the bytes are not just those. */
export function unsealed(form: string, bytes: Uint8Array): string | null {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = all.toString('latin1', 0, SEAL_LENGTH);
  const content = all.subarray(SEAL_LENGTH);
  if (!SEAL.test(head) || head.slice(0, -1) !== sealOf(form, content)) return null;
  return content.toString('utf8');
}
