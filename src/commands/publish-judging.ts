/** Judges an article: with its text, and with all that checks it. */
import { checkArticle } from '../checks/check-article.ts';
import { isBlocking } from '../core/blocking.ts';
import { LANGS, type Finding, type Lang, type Unit } from '../core/model.ts';
import { articlePath } from '../core/paths.ts';
import { publicationOf } from '../core/publication.ts';
import type { ArticleState } from '../core/state.ts';
import { plainText } from '../core/tags.ts';
import { cardOf } from '../editions/card.ts';
import { shownHash } from '../editions/parts/outgoing.ts';
import { readiness } from '../editions/parts/readiness.ts';
import { sideIn } from '../editions/parts/sides.ts';
import {
  openOutgoing,
  type Case,
  type Judgement,
  type JudgeSetting,
  type OpenSegment,
} from './publish-judge.ts';

/** The text that a language's edition would show, or null when there is none in that language. */
function textIn(unit: Unit, lang: Lang): string | null {
  const side = sideIn(unit, lang);
  return side === null || side.lang !== lang ? null : plainText(side.text);
}

function openSegments(state: ArticleState): OpenSegment[] {
  return readiness(state).open.map((unit) => {
    const [zh = null, en = null] = LANGS.map((lang) => textIn(unit, lang));
    return { key: unit.key, status: unit.status, zh, en };
  });
}

/** An open segment says itself why; what is wrong in a file is wrong whoever it belongs to. */
function blocking(state: ArticleState, findings: readonly Finding[]): Finding[] {
  const keys = new Set(readiness(state).open.map(({ key }) => key));
  const article = articlePath(state.article.slug);
  return findings.filter(
    (finding) =>
      isBlocking(finding) && !(finding.place.file === article && keys.has(finding.key ?? '')),
  );
}

/** Judges an article as it stands today. */
export async function judge(
  { slug, prints, findings: known }: Omit<Case, 'known'>,
  setting: JudgeSetting,
): Promise<Judgement> {
  const { state, lastApproved } = await openOutgoing(slug, setting);
  const publication = publicationOf(state.article.front);
  const findings = known ?? checkArticle(state, await setting.checks.open());
  return {
    ...prints,
    publication: typeof publication === 'string' ? publication : null,
    open: openSegments(state),
    findings: blocking(state, findings),
    card: { ...cardOf(state, setting.options), lastApproved },
    hash: shownHash(state),
  };
}
