import type { Content } from './edition.ts';

// Control characters but tab and line feed: in a terminal they are commands.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** What an edition has made, without a sign that a terminal would obey; bytes are as they are. */
export function harmless<Made extends Content>(content: Made): Made | string {
  return typeof content === 'string' ? content.replace(CONTROL, '\uFFFD') : content;
}
