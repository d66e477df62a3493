// The library declares its whole presets only; these are the parts of them.
declare module 'opencc-js/from/cn' {
  const dictionaries: readonly (readonly string[])[];
  export { dictionaries as default };
}
declare module 'opencc-js/to/twp' {
  const dictionaries: readonly (readonly string[])[];
  export { dictionaries as default };
}
declare module 'opencc-js/to/hkp' {
  const dictionaries: readonly (readonly string[])[];
  export { dictionaries as default };
}
