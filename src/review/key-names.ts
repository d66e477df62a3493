/** What keys are called, in full and in short. */

const NAMES: Readonly<Record<string, string>> = {
  ' ': 'Space',
  enter: 'Enter',
  escape: 'Esc',
  up: 'Up',
  down: 'Down',
  left: 'Left',
  right: 'Right',
  home: 'Home',
  end: 'End',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  backspace: 'Backspace',
  delete: 'Del',
  tab: 'Tab',
  backtab: 'Shift+Tab',
};

const PREFIXES: Readonly<Record<string, string>> = { C: 'Ctrl+', M: 'Alt+', S: 'Shift+' };

function bareName(name: string): string {
  return NAMES[name] ?? (/^f\d+$/.test(name) ? name.toUpperCase() : name);
}

/** A key's name in full: `Ctrl+G`, `PgDn`. */
export function keyName(key: string): string {
  const parts = /^((?:[CMS]-)*)(.+)$/s.exec(key);
  const prefixes = (parts?.[1] ?? '').split('-').filter((part) => part !== '');
  const name = parts?.[2] ?? key;
  const base = prefixes.length > 0 && name.length === 1 ? name.toUpperCase() : bareName(name);
  return prefixes.map((prefix) => PREFIXES[prefix] ?? '').join('') + base;
}

/** A key's short name, for the footer: `^G`. */
export function shortKeyName(key: string): string {
  return /^C-.$/.test(key) ? `^${key.slice(2).toUpperCase()}` : keyName(key);
}
