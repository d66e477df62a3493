/** English words whose inflection follows no rule. Data only. */

function set(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Lines or `;`-parts of `word: form form`. */
function map(text: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    text
      .trim()
      .split(/\s*[;\n]\s*/)
      .filter((part) => part !== '')
      .map((part) => {
        const [word = '', forms = ''] = part.split(':');
        return [word.trim(), forms.trim().split(/\s+/)] as const;
      }),
  );
}

export const IRREGULAR_PLURALS = map(`
  man: men; woman: women; child: children; grandchild: grandchildren; schoolchild: schoolchildren
  stepchild: stepchildren; person: people persons; foot: feet; tooth: teeth; goose: geese; mouse: mice
  louse: lice; ox: oxen; die: dice; penny: pence pennies; quiz: quizzes
  crisis: crises; basis: bases; analysis: analyses; thesis: theses; hypothesis: hypotheses
  synthesis: syntheses; parenthesis: parentheses; diagnosis: diagnoses; prognosis: prognoses
  axis: axes; oasis: oases; emphasis: emphases; metamorphosis: metamorphoses; paralysis: paralyses
  neurosis: neuroses; psychosis: psychoses; catalysis: catalyses; testis: testes; ellipsis: ellipses
  phenomenon: phenomena phenomenons; criterion: criteria criterions; automaton: automata automatons
  ganglion: ganglia; polyhedron: polyhedra polyhedrons
  datum: data; medium: media mediums; memorandum: memoranda memorandums; stratum: strata
  referendum: referendums referenda; bacterium: bacteria; curriculum: curricula curriculums
  millennium: millennia millenniums; symposium: symposia symposiums; addendum: addenda addendums
  erratum: errata; spectrum: spectra spectrums; aquarium: aquariums aquaria; ovum: ova
  stadium: stadiums stadia; forum: forums fora; quantum: quanta; consortium: consortia consortiums
  moratorium: moratoriums moratoria; honorarium: honoraria honorariums; podium: podiums podia
  sanatorium: sanatoriums sanatoria; gymnasium: gymnasiums gymnasia; momentum: momenta
  ultimatum: ultimatums ultimata; compendium: compendiums compendia; equilibrium: equilibria
  index: indexes indices; appendix: appendices appendixes; matrix: matrices matrixes
  vertex: vertices vertexes; vortex: vortices vortexes; apex: apexes apices; codex: codices
  cactus: cacti cactuses; focus: focuses foci; fungus: fungi funguses; nucleus: nuclei nucleuses
  radius: radii radiuses; stimulus: stimuli; syllabus: syllabuses syllabi; alumnus: alumni
  locus: loci; terminus: termini terminuses; bacillus: bacilli; thesaurus: thesauri thesauruses
  octopus: octopuses octopi; hippopotamus: hippopotamuses hippopotami; corpus: corpora corpuses
  genus: genera; opus: opuses opera; genius: geniuses; cumulus: cumuli; abacus: abacuses abaci
  alumna: alumnae; alga: algae; larva: larvae larvas; vertebra: vertebrae vertebras
  antenna: antennas antennae; formula: formulas formulae; nebula: nebulae nebulas
  bureau: bureaus bureaux; plateau: plateaus plateaux; tableau: tableaux tableaus
  chateau: chateaux chateaus; beau: beaux beaus; portmanteau: portmanteaus portmanteaux
  corps: corps; stomach: stomachs; monarch: monarchs; patriarch: patriarchs; epoch: epochs
  eunuch: eunuchs; matriarch: matriarchs; oligarch: oligarchs; conch: conchs conches; loch: lochs
  tech: techs; czech: czechs; bach: bachs; hierarch: hierarchs
  graffito: graffiti; paparazzo: paparazzi; libretto: librettos libretti; virtuoso: virtuosos virtuosi
  bus: buses busses; gas: gases gasses; fish: fish fishes; yes: yeses; passerby: passersby
  hanger-on: hangers-on; dwarf: dwarfs dwarves; scarf: scarves scarfs; wharf: wharves wharfs
  hoof: hooves hoofs; roof: roofs
`);

/** The plural is the singular, or there is none. */
export const UNCHANGED_PLURALS = set(`
  sheep deer moose swine bison aircraft spacecraft hovercraft watercraft series species means
  offspring salmon trout cod squid shrimp headquarters crossroads barracks gallows yuan renminbi jiao
  fen yen won baht rand mu li jin news politics economics physics mathematics statistics ethics
  athletics gymnastics electronics information equipment furniture luggage homework software hardware
  malware ransomware firmware research knowledge advice progress evidence machinery infrastructure
  police cattle poultry personnel livestock
`);

/** They end in -man and have no -men. */
export const MAN_IS_NO_MAN = set(`
  human german roman ottoman norman shaman talisman caiman cayman turkoman mussulman hetman superhuman
  oman yaman
`);

export const PLURAL_IN_OES = set(`
  potato tomato hero echo veto embargo cargo tornado volcano torpedo mosquito mango motto zero
  domino memento buffalo halo innuendo desperado superhero antihero manifesto flamingo ghetto
  grotto archipelago fiasco portico tuxedo
`);

export const PLURAL_IN_VES = set(`
  half calf knife life wife housewife midwife leaf loaf shelf bookshelf thief wolf self elf sheaf
  werewolf penknife cloverleaf
`);

/** They end in -s as no -ss, -us, -is does, and are singulars. */
export const SINGULAR_IN_S = set(`
  gas lens canvas atlas bias alias christmas texas kansas arkansas pancreas pyjamas cosmos
  chaos pathos rhinoceros asbestos ethos thermos biogas atlas madras christmas
`);

/** Past tense and participle; the infinitive where it is one of them. */
export const IRREGULAR_VERBS = map(`
  be: am is are was were been; have: has had; do: did done; go: went gone; undergo: underwent undergone
  arise: arose arisen; awake: awoke awoken; bear: bore borne born; beat: beat beaten; become: became
  begin: began begun; bend: bent; bet: bet; bid: bid; bind: bound; bite: bit bitten; bleed: bled
  blow: blew blown; break: broke broken; breed: bred; bring: brought; broadcast: broadcast broadcasted
  build: built; rebuild: rebuilt; burn: burned burnt; burst: burst; buy: bought; cast: cast
  catch: caught; choose: chose chosen; cling: clung; come: came; overcome: overcame; cost: cost
  creep: crept; cut: cut; deal: dealt; dig: dug; draw: drew drawn; withdraw: withdrew withdrawn
  dream: dreamed dreamt; drink: drank drunk; drive: drove driven; eat: ate eaten; fall: fell fallen
  feed: fed; feel: felt; fight: fought; find: found; flee: fled; fling: flung; fly: flew flown
  forbid: forbade forbidden; forecast: forecast forecasted; foresee: foresaw foreseen
  forget: forgot forgotten; forgive: forgave forgiven; freeze: froze frozen; get: got gotten
  give: gave given; grind: ground; grow: grew grown; hang: hung hanged; hear: heard; hide: hid hidden
  hit: hit; hold: held; uphold: upheld; withhold: withheld; hurt: hurt; keep: kept; kneel: knelt kneeled
  know: knew known; lay: laid; lead: led; mislead: misled; lean: leaned leant; leap: leaped leapt
  learn: learned learnt; leave: left; lend: lent; let: let; lie: lay lain lied; light: lit lighted
  lose: lost; make: made; remake: remade; mean: meant; meet: met; mistake: mistook mistaken
  offset: offset; overtake: overtook overtaken; overthrow: overthrew overthrown; oversee: oversaw overseen
  override: overrode overridden; outdo: outdid outdone; pay: paid; repay: repaid; prove: proved proven
  put: put; quit: quit quitted; read: read; rend: rent; rid: rid; ride: rode ridden; ring: rang rung
  rise: rose risen; run: ran; rerun: reran; say: said; see: saw seen; seek: sought; sell: sold
  resell: resold; send: sent; set: set; reset: reset; sew: sewed sewn; shake: shook shaken
  shed: shed; shine: shone shined; shoot: shot; show: showed shown; shrink: shrank shrunk; shut: shut
  sing: sang sung; sink: sank sunk; sit: sat; sleep: slept; slide: slid; smell: smelled smelt
  sow: sowed sown; speak: spoke spoken; speed: sped speeded; spend: spent; spill: spilled spilt
  spin: spun; split: split; spoil: spoiled spoilt; spread: spread; spring: sprang sprung; stand: stood
  understand: understood; misunderstand: misunderstood; withstand: withstood; steal: stole stolen
  stick: stuck; sting: stung; stride: strode stridden; strike: struck stricken; string: strung
  strive: strove striven strived; swear: swore sworn; sweep: swept; swell: swelled swollen; swim: swam swum
  swing: swung; take: took taken; undertake: undertook undertaken; retake: retook retaken
  teach: taught; tear: tore torn; tell: told; think: thought; rethink: rethought; throw: threw thrown
  thrust: thrust; tread: trod trodden; undercut: undercut; underlie: underlay underlain; upset: upset
  wake: woke woken; wear: wore worn; weave: wove woven; weep: wept; win: won; wind: wound
  write: wrote written; rewrite: rewrote rewritten; underwrite: underwrote underwritten
  input: input inputted; output: output; bus: bused bussed
`);

/** Nouns that are verbs too, but not those that a term base means when it does not say so. */
export const NOUN_RATHER_THAN_VERB = set(`
  spring bear wind tear ring saw lie well bound stick string rose leaf tea sea bank state party
  premier minister capital river country village city town county province army navy
`);
