/** The preview under its heading, in the place of list and texts. */
import { readiness } from '../../editions/parts/readiness.ts';
import type { Size } from '../event.ts';
import { editionLabel } from '../labels.ts';
import type { PreviewOverlay } from '../overlay.ts';
import type { Session } from '../state.ts';
import { selectedUnit } from '../update/session.ts';
import { heading } from './frame.ts';
import { helpRows } from './layout.ts';
import { previewRowsOf, shownRows } from './preview.ts';
import { part, type Row, row, type View } from './row.ts';

/** The rows of the preview that are in view; the heading tells how much nobody has signed off yet. */
export function previewScreen(
  session: Session,
  { edition, top }: PreviewOverlay,
  size: Size,
  view: View,
): readonly Row[] {
  const { article } = session;
  const rows = previewRowsOf(article, edition, size.columns, view.ascii);
  const open = readiness(article).open.length;
  const title = view.t('review.preview.title', { edition: view.t(editionLabel(edition)) });
  const left = open === 0 ? '' : ` · ${view.t('review.preview.open', { count: open })}`;
  return [
    row(...heading([part(`${title}${left}`, 'faint')], size.columns, view)),
    ...shownRows(rows, top, helpRows(size), selectedUnit(session)?.index ?? null),
  ];
}
