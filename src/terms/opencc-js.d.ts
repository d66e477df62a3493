// The library declares its whole presets only; these are the parts of them.
declare module 'opencc-js/from/cn' {
  import type { DictGroup } from 'opencc-js/core';
  const dictionaries: readonly DictGroup[];
  export { dictionaries as default };
}
declare module 'opencc-js/to/twp' {
  import type { DictGroup } from 'opencc-js/core';
  const dictionaries: readonly DictGroup[];
  export { dictionaries as default };
}
declare module 'opencc-js/to/hkp' {
  import type { DictGroup } from 'opencc-js/core';
  const dictionaries: readonly DictGroup[];
  export { dictionaries as default };
}
