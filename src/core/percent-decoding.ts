/** Percent escapes of addresses. What holds a wrong one stays as it is. */

function tried(decode: (text: string) => string, text: string): string {
  try {
    return decode(text);
  } catch {
    return text;
  }
}

/** A part of an address, such as a name or a fragment, as its characters. */
export function decodedPart(text: string): string {
  return tried(decodeURIComponent, text);
}

/** A whole address as people write it: what divides its parts stays escaped. */
export function decodedAddress(text: string): string {
  return tried(decodeURI, text);
}
