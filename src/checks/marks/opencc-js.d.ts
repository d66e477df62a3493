/** Characters alone, `simplified traditional` with `|` between; the other direction is declared in `src/memory`. */
declare module 'opencc-js/dict/STCharacters' {
  const characters: string;
  export { characters as default };
}
