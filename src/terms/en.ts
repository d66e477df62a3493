/** Facts of English for finding terms, but inflection (see en-irregular.ts). */

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

function phrases(text: string): readonly string[] {
  return text
    .trim()
    .split(/\s*[;\n]\s*/)
    .filter((phrase) => phrase !== '');
}

/** The head of a nominal expression stands before these: ministers of finance, passers-by. */
export const HEAD_BEFORE = words(`
  of to for in at on with by against from between under over among towards toward into within
`);

/** The head stands before these where they end an expression: attorneys general. */
export const HEAD_FIRST_ADJECTIVES = words(`
  general elect emeritus designate martial plenipotentiary extraordinary laureate
`);

/** What follows a verb without changing itself: carry out, phase-out. */
export const PARTICLES = words(`
  about across along apart around aside away back by down for forward in into off on onto out over
  through to together under up with
`);

/** Written as one word, these are another word than with a hyphen. */
export const OTHER_WORD_CLOSED = words(`
  coop recoil recollect recount recover recreate recreation redress reform refuse relay release
  remark repose represent repress reserve resign resignation resolve resort respond restrain
  retreat return unionised unionized review resent reside retract repair
`);

/** What looks like an inflection of a word and is mostly another one. */
export const NOT_INFLECTED: ReadonlyMap<string, readonly string[]> = new Map([
  ['new', ['news']],
  ['good', ['goods']],
  ['custom', ['customs']],
  ['arm', ['arms', 'armed']],
  ['accord', ['according']],
  ['regard', ['regarding', 'regards']],
  ['concern', ['concerning']],
  ['include', ['including']],
  ['exclude', ['excluding']],
  ['follow', ['following']],
  ['consider', ['considering']],
  ['provide', ['provided', 'providing']],
  ['pend', ['pending']],
  ['even', ['evening', 'evenings', 'evens']],
  ['premier', ['premiered', 'premiering']],
  ['interest', ['interesting', 'interested']],
  ['stock', ['stocking', 'stockings']],
  ['wed', ['wedding', 'weds']],
  ['house', ['housing']],
  ['bar', ['barring', 'bared', 'baring']],
  ['mean', ['means', 'meaning']],
  ['earn', ['earnings']],
  ['save', ['savings']],
  ['glass', ['glasses']],
  ['spectacle', ['spectacles']],
  ['politic', ['politics']],
  ['physic', ['physics']],
  ['ethic', ['ethics']],
  ['economic', ['economics']],
  ['mechanic', ['mechanics']],
  ['electronic', ['electronics']],
  ['logistic', ['logistics']],
  ['athletic', ['athletics']],
  ['draw', ['drawer', 'drawers']],
  ['minute', ['minuted', 'minuting']],
  ['second', ['seconding']],
  ['capital', ['capitaled', 'capitaling']],
  ['ground', ['grounds']],
  ['wood', ['woods']],
  ['color', ['colors']],
  ['cloth', ['clothes', 'clothed', 'clothing']],
  ['air', ['airs', 'airing']],
  ['wit', ['wits', 'witting']],
  ['sand', ['sanding']],
  ['train', ['training']],
  ['engine', ['engined', 'engining']],
  ['build', ['building', 'buildings']],
  ['other', ['othering', 'othered']],
  ['need', ['needs']],
]);

/** Expressions of their own in which a shorter term does not stand: they have other renderings. */
export const GUARDS = phrases(`
  People's Republic of China; Democratic People's Republic of Korea; Republic of Korea
  South China Sea; East China Sea; South Africa; South African; Central African Republic
  North America; South America; Latin America; Central America; North American; South American
  Latin American; Papua New Guinea; Equatorial Guinea; Guinea-Bissau; West Bank; Ivory Coast
  New York Times; Wall Street Journal; Washington Post; Financial Times; China Daily; Global Times
  White House; Red Cross; Red Crescent; Wall Street; Silicon Valley; Silk Road; Great Wall
  US dollar; U.S. dollar; Hong Kong dollar; Australian dollar; Canadian dollar
  prime minister; foreign minister; finance minister; defense minister; defence minister
  secretary general; attorney general; governor general; director general; consul general
  inspector general; general secretary; general assembly; general election; general manager
  secretary of state; secretary of defense; chief of staff; state of emergency; cold war
  interest rate; exchange rate; stock exchange; power plant; bird flu; swine flu
`);
