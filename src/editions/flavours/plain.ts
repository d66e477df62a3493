/** Markdown for any program: the article's own text, its other language spliced in. */
import type { Edition } from '../edition.ts';
import { edition as markdown } from '../markdown.ts';

export const edition: Edition = { ...markdown, id: 'plain' };
