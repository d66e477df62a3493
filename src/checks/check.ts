/**
 * The shape of a check: an id, a severity, and a pure function to findings. There are three kinds, by
 * what they look at: a pair (most of them), an article, all articles together.
 */
import type {
  BlockKind,
  Dismissal,
  Finding,
  Lang,
  Pair,
  Place,
  Severity,
  Span,
  Unit,
} from '../core/model.ts';
import type { ArticleState } from '../core/state.ts';
import type { CheckSetting } from './setting.ts';

/** What a check is about, for the catalogue. */
export const CHECK_GROUPS = [
  'state',
  'files',
  'markup',
  'numbers',
  'names',
  'quotes',
  'punctuation',
  'language',
  'meaning',
  'form',
] as const;

export type CheckGroup = (typeof CHECK_GROUPS)[number];

/** Value of an option: what the default is of, a config may set. */
export type OptionValue = string | number | boolean | readonly string[];

export interface CheckOption {
  readonly fallback: OptionValue;
  /** For words: all that are allowed. */
  readonly allowed?: readonly string[];
}

/** An example of the catalogue, which is a test too: plain texts, the source first where it matters. */
export interface CheckExample extends Pair {
  readonly source?: Lang;
  readonly kind?: BlockKind;
}

interface Described {
  /** Also the key of its message (`check.<id>`) and of its entry in the catalogue (`catalogue.<id>`). */
  readonly id: string;
  /** Of its gravest findings. */
  readonly severity: Severity;
  readonly group: CheckGroup;
  /** Some of its findings bring a fix: `typographic` ones leave the wording alone. */
  readonly fixes?: 'typographic' | 'wording';
  readonly options?: Readonly<Record<string, CheckOption>>;
  readonly examples?: {
    readonly invalid: readonly CheckExample[];
    readonly valid: readonly CheckExample[];
  };
}

/** A pair as the checks see it. All texts are plain: what a reader sees. */
export interface PairView extends Pair {
  /** Which of the two is the source. */
  readonly source: Lang;
  /** As it is stored, tags and all. */
  readonly tagged: Pair;
  readonly kind: BlockKind;
  /** A title, by field or as first heading. */
  readonly headline: boolean;
  /** The article's day, `YYYY-MM-DD`, where it has one. */
  readonly day: string | undefined;
  readonly setting: CheckSetting;
}

/** What a check finds in a pair; places are UTF-16 units of the plain texts. */
export interface Hit {
  /** Values of the message. */
  readonly values?: Finding['values'];
  /** The side that is to be mended, where it is one; without it the target is. */
  readonly side?: Lang;
  readonly spans?: Readonly<Partial<Record<Lang, readonly Span[]>>>;
  /** Where it is not as grave as the check's gravest. */
  readonly severity?: Severity;
  readonly fix?: Finding['fix'];
  /** The same where it is the tags that are mended: edits of the text as it is stored. */
  readonly taggedFix?: Finding['fix'];
}

export interface PairCheck extends Described {
  readonly scope: 'pair';
  readonly run: (view: PairView, check: PairCheck) => readonly Hit[];
}

/** A segment with the pair that the checks judge. */
export interface JudgedUnit {
  readonly unit: Unit;
  readonly view: PairView;
}

export interface CheckSubject {
  readonly state: ArticleState;
  readonly setting: CheckSetting;
  /** Where a segment starts in its article. */
  readonly placeOf: (unit: Unit) => Place;
  /** Segments that have both texts, in reading order. */
  readonly judged: readonly JudgedUnit[];
}

/** What a look at one segment needs of its article. */
export type UnitSubject = Pick<CheckSubject, 'state' | 'placeOf'>;

export interface ArticleCheck extends Described {
  readonly scope: 'article';
  /** What it says of the article as a whole. */
  readonly run: (subject: CheckSubject, check: ArticleCheck) => readonly Finding[];
  /** Besides: what it says of a segment by itself, whatever stands around it. */
  readonly ofUnit?: (unit: Unit, subject: UnitSubject, check: ArticleCheck) => readonly Finding[];
}

/** A pair of some article, for checks across the workspace. */
export interface WorkspacePair {
  readonly slug: string;
  readonly key: string;
  readonly place: Place;
  readonly view: PairView;
  readonly dismissed: readonly Dismissal[];
}

export interface WorkspaceCheck extends Described {
  readonly scope: 'workspace';
  /** Hits by the index of the pair they are about. */
  readonly run: (pairs: readonly WorkspacePair[]) => ReadonlyMap<number, readonly Hit[]>;
}

export type Check = PairCheck | ArticleCheck | WorkspaceCheck;

/** The value of a check's option as the config or the house style sets it. */
export function optionOf<T extends OptionValue>(
  setting: CheckSetting,
  check: Pick<Check, 'id' | 'options'>,
  name: string,
): T {
  return (setting.options[check.id]?.[name] ?? check.options?.[name]?.fallback) as T;
}
