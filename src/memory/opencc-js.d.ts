/** Characters alone, `traditional simplified` with `|` between: the part of OpenCC's data that search needs. */
declare module 'opencc-js/dict/TSCharacters' {
  const characters: string;
  export { characters as default };
}
