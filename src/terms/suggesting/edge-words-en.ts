/** English words that a term neither begins nor ends with. */
export const EDGE_WORDS: ReadonlySet<string> = new Set(
  `a an the this that these those some any each every all both either neither no none such same other another
  and or but nor so yet if then than because although though while whereas unless until since as like
  of in on at by for with without within about against between into through during before after above below to from
  up down out off over under again further toward towards among amid upon across behind beyond near along around per via
  i you he she it we they me him her us them my your his its our their mine yours hers ours theirs myself himself herself
  itself themselves ourselves who whom whose which what where when why how whether
  be is are was were been being am do does did done doing have has had having will would shall should can could may might
  must ought cannot not n't don't doesn't didn't isn't aren't wasn't weren't won't can't it's that's there's i'm he's she's
  there here now also just only even still already very too more most much many few fewer less least several own
  well however therefore moreover meanwhile instead rather quite almost always never often ever once
  said say says saying told tell tells added according stated noted thought think believe believed
  one two three four five six seven eight nine ten first second third last next
  get got go goes going went gone come came comes make made makes making take took taken put let see seen
  monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow
  january february march april may june july august september october november december
  year years month months week weeks day days hour hours minute minutes time times ago
  mr mrs ms dr s t re ve ll d m new`.split(/\s+/),
);

/** Small words that stand inside a name without a capital: "University of California". */
export const NAME_LINKS: ReadonlySet<string> = new Set(
  'of the and for de da di del la le van von der den bin al el du dos'.split(' '),
);

/** Titles that stand before a name and are none of it. */
export const TITLE_WORDS: ReadonlySet<string> = new Set(
  `president minister prime secretary chancellor king queen prince princess sir lord lady dame mr mrs ms miss dr doctor
  professor judge justice senator governor mayor general colonel captain sergeant chief director chairman chairwoman
  leader coach manager star actor actress director representative rep sen gov ambassador commissioner pope father
  sister brother saint republican democrat democratic former vice deputy premier spokesman spokeswoman detective officer
  the a an in on at and but when while as if after before from with by for is`.split(/\s+/),
);
