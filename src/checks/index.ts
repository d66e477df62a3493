/** All checks. A new one is a file in this folder and a line here. */
import { articleConflict } from './article-conflict.ts';
import { brackets } from './brackets.ts';
import { changed } from './changed.ts';
import type { Check } from './check.ts';
import { conflict } from './conflict.ts';
import { draft } from './draft.ts';
import { dupPhrase } from './dup-phrase.ts';
import { dupWord } from './dup-word.ts';
import { emphasis } from './emphasis.ts';
import { emptyTarget } from './empty-target.ts';
import { files } from './files.ts';
import { frontDate } from './front-date.ts';
import { headlineCase } from './headline-case.ts';
import { headlineLen } from './headline-len.ts';
import { headlineStop } from './headline-stop.ts';
import { inlineHtml } from './inline-html.ts';
import { interpolation } from './interpolation.ts';
import { invisible } from './invisible.ts';
import { keySets } from './key-sets.ts';
import { linkScheme } from './link-scheme.ts';
import { listAddress } from './list-address.ts';
import { missing } from './missing.ts';
import { mojibake } from './mojibake.ts';
import { orphaned } from './orphaned.ts';
import { punctBookmark } from './punct-bookmark.ts';
import { punctDash } from './punct-dash.ts';
import { punctDouble } from './punct-double.ts';
import { punctEllipsis } from './punct-ellipsis.ts';
import { punctEnd } from './punct-end.ts';
import { punctEnum } from './punct-enum.ts';
import { punctSpaceZh } from './punct-space-zh.ts';
import { punctWidthEn } from './punct-width-en.ts';
import { punctWidthZh } from './punct-width-zh.ts';
import { quoteStyleEn } from './quote-style-en.ts';
import { quoteStyleZh } from './quote-style-zh.ts';
import { publication } from './publication.ts';
import { rawHtml } from './raw-html.ts';
import { scriptConsistent } from './script-consistent.ts';
import { scriptMix } from './script-mix.ts';
import { secondOpinionCheck } from './second-opinion.ts';
import { spaceCjkLatin } from './space-cjk-latin.ts';
import { spaceConsistent } from './space-consistent.ts';
import { spaceDouble } from './space-double.ts';
import { spaceNbsp } from './space-nbsp.ts';
import { spaceTrim } from './space-trim.ts';
import { stale } from './stale.ts';
import { tags } from './tags.ts';
import { unconfirmed } from './unconfirmed.ts';
import { url } from './url.ts';
import { langWrong } from './lang-wrong.ts';
import { langUntranslated } from './lang-untranslated.ts';
import { langResidualZh } from './lang-residual-zh.ts';
import { langResidualEn } from './lang-residual-en.ts';
import { sentCount } from './sent-count.ts';
import { quoteCount } from './quote-count.ts';
import { quoteBalance } from './quote-balance.ts';
import { quoteParagraph } from './quote-paragraph.ts';
import { namePlace } from './name-place.ts';
import { nameUnknown } from './name-unknown.ts';
import { titleMatch } from './title-match.ts';
import { nameInterpunct } from './name-interpunct.ts';
import { nameOrder } from './name-order.ts';
import { quoteSpeaker } from './quote-speaker.ts';
import { numValue } from './num-value.ts';
import { numUnit } from './num-unit.ts';
import { numRange } from './num-range.ts';
import { dateValue } from './date-value.ts';
import { numApprox } from './num-approx.ts';
import { numMultiple } from './num-multiple.ts';
import { pctPoint } from './pct-point.ts';
import { numFormEn } from './num-form-en.ts';
import { numFormZh } from './num-form-zh.ts';
import { numFullwidth } from './num-fullwidth.ts';
import { coverage } from './coverage.ts';
import { negFlip } from './neg-flip.ts';
import { email } from './email.ts';
import { handle } from './handle.ts';
import { hashtag } from './hashtag.ts';
import { code } from './code.ts';
import { placeholder } from './placeholder.ts';
import { altText } from './alt-text.ts';
import { termUse } from './term-use.ts';
import { termForbidden } from './term-forbidden.ts';
import { termConsistent } from './term-consistent.ts';
import { nameDict } from './name-dict.ts';
import { consistencyTarget } from './consistency-target.ts';
import { consistencySource } from './consistency-source.ts';
import { lengthRatio } from './length-ratio.ts';
import { dateline } from './dateline.ts';

export const CHECKS = [
  files,
  articleConflict,
  publication,
  frontDate,
  listAddress,
  keySets,
  missing,
  draft,
  stale,
  changed,
  unconfirmed,
  conflict,
  tags,
  emptyTarget,
  interpolation,
  invisible,
  rawHtml,
  inlineHtml,
  emphasis,
  linkScheme,
  secondOpinionCheck,
  orphaned,
  url,
  langWrong,
  langUntranslated,
  langResidualZh,
  langResidualEn,
  sentCount,
  quoteCount,
  quoteBalance,
  quoteParagraph,
  namePlace,
  nameUnknown,
  titleMatch,
  nameInterpunct,
  nameOrder,
  quoteSpeaker,
  numValue,
  numUnit,
  numRange,
  dateValue,
  numApprox,
  numMultiple,
  pctPoint,
  numFormEn,
  numFormZh,
  numFullwidth,
  punctWidthEn,
  punctWidthZh,
  brackets,
  mojibake,
  punctBookmark,
  punctDash,
  punctDouble,
  punctEllipsis,
  punctEnum,
  punctSpaceZh,
  quoteStyleEn,
  quoteStyleZh,
  scriptMix,
  spaceDouble,
  spaceNbsp,
  spaceTrim,
  coverage,
  negFlip,
  email,
  handle,
  hashtag,
  code,
  placeholder,
  altText,
  termUse,
  termForbidden,
  termConsistent,
  nameDict,
  consistencyTarget,
  consistencySource,
  lengthRatio,
  dateline,
  punctEnd,
  spaceCjkLatin,
  dupWord,
  dupPhrase,
  headlineLen,
  headlineCase,
  headlineStop,
  spaceConsistent,
  scriptConsistent,
] as const satisfies readonly Check[];
