import type { Abbreviations, Grammar } from './grammar.ts';

function words(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/u));
}

const SPEECH =
  '(?:said|says|say|asked|asks|added|adds|told|tells|replied|replies|answered|wrote|writes|cried|shouted|' +
  'exclaimed|wondered|whispered|noted|explained|continued|recalled|insisted|declared|announced|remarked|' +
  'responded|quipped|joked|yelled|argued|warned|tweeted|posted|thought|demanded|inquired)';

/** Facts about English. */
export const ENGLISH: Grammar = {
  // “…?” Mr. Li asked. / “…!” Ana María López said. The lower-case kind needs no list.
  attribution: new RegExp(
    `(?:(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Gov)\\.? )?\\p{Lu}[\\p{L}'’-]{1,30}(?:,? (?:\\p{Lu}[\\p{L}.'’-]{0,30}|de|van|von|bin|al)){0,4} ${SPEECH}\\b`,
    'uy',
  ),
  questionAttribution: /(?!)/uy,
  announcement: new RegExp(`(?:\\b${SPEECH}|[：:])[,:：]?\\s*$`, 'u'),
  continuation: /(?!)/uy,
  interjection: /(?!)/u,
  byline: /(?!)/u,
  shortQuotation: 60,
  afterEllipsis: /\p{Lu}(?!\s|['’])/uy,
  label: /^[\p{L}\p{M}'’&/-]{2,30},?(?: [\p{L}\p{M}'’&/-]{2,30})?$/u,
};

/** Abbreviations in Latin letters; they occur in Chinese text as well. */
export const ABBREVIATIONS: Abbreviations = {
  inside: words(`
    Mr Mrs Ms Mx Dr Drs Messrs Mme Mlle Prof Gen Gens Sen Sens Rep Reps Gov Govs Col Lt Capt Cmdr Cdr Cpl Sgt Maj Adm
    Brig Pvt Pfc Rev Fr Hon Pres Supt Insp Amb Atty Det Dir Asst Assoc Msgr Revd Mt Mts Ft Pt Sra Srta Dist Ald Treas
    Vice-Adm Vice-Gov Maj-Gen Lt-Gen Lt-Col
    vs v viz cf i.e e.g ie eg approx incl esp resp ca c b d née Natl Intl ed eds trans repr
  `),
  beforeNumber: words(`
    No Nos no nos N° Nº Nr Fig Figs fig figs Eq Eqs eq Tab p pp P pg pgs Vol Vols vol vols Ch ch Sec sec Secs Sect Art
    Arts Ref Refs para paras Par Vs vv Op op Ex Bk bk Pt pt Ver ver cl ll
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
  `),
  mayEnd: words(`
    Inc Co Cos Ltd Corp Bros LLC Pty Plc plc co corp inc ltd bros Jr Sr jr sr Esq Ph.D PhD M.D B.A M.A B.Sc M.Sc D.Phil
    Ave Blvd Rd St Ln Sq Hwy Pl Ct ave blvd rd st al et.al Mass Calif Conn Fla Ill Ind Kan Ky Md Mich Minn Miss Mo
    Mont Neb Nev Okla Ore Pa Penn Tenn Tex Vt Va Wash Wis Wyo Ariz Ark Colo Del Ala Ga
    Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun est Est Dept dept Univ univ
  `),
  trailing: words('etc kg km cm lb lbs oz hr min mi mph ft hrs mins sq'),
  time: words('a.m p.m A.M P.M am pm AM PM'),
};

/** Capitalised words that start a sentence rather than go on with a name. */
export const STARTERS = words(`
  Mr Mrs Ms Mx Messrs
  The A An This That These Those There Here He She It They We I You His Her Its Their Our My Your Who What When Where Why
  How Which Whose Whether If As At By In On Of For From To With Without Within Under Over After Before Since Until While
  During Despite Although Though Because Unless Once But And Or So Yet Nor Not No Yes Now Then Thus Hence Also Still Even
  Just Only However Meanwhile Moreover Furthermore Nevertheless Instead Therefore Otherwise Besides Later Earlier Today
  Yesterday Tomorrow Some Many Most Several Few All Both Each Every Another Other Others Such More Less Much Any One Two
  Three Four Five Six Seven Eight Nine Ten Is Are Was Were Do Does Did Has Have Had Can Could Will Would Should May Might
  Must Let Please According Perhaps Maybe Nobody Nothing Everyone Everything Someone Something Last Next Across Among
  Against Around About Above Between Beyond Through Throughout Like Unlike Given Asked Speaking Officials
  Analysts Experts Critics Investors Shares Researchers Scientists It's He's She's They're We're I'm I've That's There's
  It’s He’s She’s They’re We’re I’m I’ve That’s There’s Don't Don’t
`);

/** What may follow a time of day inside the sentence. */
export const AFTER_TIME =
  /(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day|days)?\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|[A-Z]{2,5}\b|(?:Eastern|Central|Pacific|Mountain|Greenwich|Beijing|London|Tokyo|Moscow|Hong Kong|Paris|Local)\b/uy;

/** A sentence that is so far nothing but “At 5 a.m.” is not over. */
export const OPENING_ADJUNCT =
  /^(?:At|By|On|In|Until|Till|From|Since|Before|After|Around|About|Shortly|Just)\s(?:\S+\s){0,4}\S+$/u;

/** Words that stay small in a headline whose other words have capitals. */
export const SMALL_IN_HEADLINES = words('a an the and or of in on at to for from by with as vs v');

/** A single capital after one of these is no initial: “Plan B.” “Vitamin C.” */
export const LETTER_NOUNS = words(`
  Plan Vitamin Grade Class Section Appendix Group Type Schedule Hepatitis Category Team Part Option Point Phase Room Gate
  Building Block Unit Series Serie Annex Exhibit Figure Table Chapter Article Line Zone Terminal Form
`);

/** Names that end in a mark: it ends a sentence only before a word that starts one. */
export const NAMES_WITH_MARK = words('Yahoo Yum Jeopardy Oklahoma Joomla');

/** After a stop without a space these are the end of a domain or file name, not a sentence. */
export const NAME_ENDINGS = words(
  'Com Net Org Gov Edu Cn Io Ai Co Uk Js Ts Py Md Txt Pdf Doc Docx Html Htm Xml Json Jpg Jpeg Png Gif Exe Zip Csv',
);
