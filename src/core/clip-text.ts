/** A text cut after so many characters (code points), with `…` where something is left out. */
export function clipText(text: string, most: number): string {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : text;
}
