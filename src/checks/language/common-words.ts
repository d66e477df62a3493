/** Words that tell a language: they stand in every other sentence, and are no names. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}

/** Words of English that nobody is called, days and months among them. */
export const ENGLISH_WORDS = words(`
  a an the of to in on at by for from with without into onto over under after before between during through
  about against among across behind beyond within around
  and or but nor so yet if because although while when where which who whom whose what why how that this these
  those than then there here
  i you he she it we they me him her us them my your his its our their
  is are was were be been being am has have had having do does did done will would shall should can could may
  might must not no
  says said say tells told asks asked wins won win loses lost gets got makes made make takes took take goes went
  go comes came come sees saw see gives gave give finds found find shows showed show calls called call keeps
  kept hits hit sets set leads led leaves left begins began starts started ends ended dies died killed
  as all any both each few more most other some such only own same too very just also again once new old first
  last next year years day days week weeks month months today yesterday tomorrow people man men woman women
  government country city world state time
  click tap press open select enter choose read watch hello please thanks thank sure yes hey
  january february march april june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday
`);

/** Words of other languages in Latin letters that are none of English. */
export const FOREIGN_WORDS = words(`
  der die das und ist nicht ein eine einer einem einen den dem des auf für mit von zu zur zum im sich auch wird
  werden wurde wurden hat haben sind war aus bei nach über oder aber dass sie ich wir sein seine
  le la les et est un une des du dans pour que qui ne pas plus par sur avec au aux ce cette ces son ses sont été
  ont nous vous mais ou où leur leurs
  el los las y es una unos del al en por para con que no se su sus como más pero lo fue han ser está este esta
  o os uma do da dos das em não com ao foi são mais seu sua pelo pela
  il lo gli e di che è per non sono della delle dei nel con una più anche come
  het een van en niet zijn werd wordt voor met ook naar bij
`);
