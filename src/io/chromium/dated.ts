/** A PDF that says when its text was made, and not when it was printed. */

const DATE = /\/(CreationDate|ModDate) \(D:\d{14}([+-]\d\d'\d\d')?\)/g;

/** @param moment ISO 8601, UTC, to the second */
export function dated(pdf: Uint8Array, moment: string): Uint8Array {
  const digits = moment.replaceAll(/\D/g, '').slice(0, 14);
  // One character a byte, so that offsets stay what the file says they are.
  const text = Buffer.from(pdf).toString('latin1');
  const fixed = text.replace(
    DATE,
    (_all, name: string, zone: string | undefined) =>
      `/${name} (D:${digits}${zone === undefined ? '' : "+00'00'"})`,
  );
  return Buffer.from(fixed, 'latin1');
}
