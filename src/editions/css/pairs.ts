/** The bilingual page: one column of pairs, two where there is room. */

/** Sentences of a paragraph that are marked and laid out with their partners. */
const MOST = 16;

/** What a rule for the nth sentence of both columns says, for every n. */
function each(rule: (n: number) => string): string {
  return Array.from({ length: MOST }, (_, at) => rule(at + 1)).join('\n');
}

const SIDE = '.pair > :is(.zh, .en)';
/** Sentence by sentence, while both languages are shown. */
const CUT = 'body:has(#show-both:checked):has(#cut-sentence:checked)';
const BOTH = 'body:has(#show-both:checked)';
const ONE = 'body:has(#show-zh:checked, #show-en:checked)';

/** Pointing at a sentence marks its partner: both are the nth of their column. */
function partners(state: string, colour: string): string {
  return each((n) => {
    const nth = `span:nth-of-type(${n})`;
    return `.pair:has(> * > ${nth}:is(${state})) > * > ${nth} { background: var(${colour}) }`;
  });
}

/** Source, target, source, target, where there is one column. */
const ALTERNATE = each(
  (n) =>
    `${CUT} .pair > .src > span:nth-of-type(${n}) { grid-row: ${2 * n - 1} }\n${CUT} .pair > .tgt > span:nth-of-type(${n}) { grid-row: ${2 * n} }`,
);

/** The first sentence of a list item in the second column. */
function second(item: string): string {
  const side = (left: string, right: string): string =>
    `.left-${left} ${item} > .pair:first-of-type > .${right} > span:first-of-type`;
  return `${BOTH} :is(${side('zh', 'en')}, ${side('en', 'zh')})`;
}

/** Its own mark, as the first column has one; silent, for it is the same item. */
function mark(item: string, content: string): string {
  return `  ${second(item)}::before { content: ${content} / "" }`;
}

/**
 * Both columns of a list or a quotation are indented alike, so that the second starts where it does
 * outside: `--in` is the whole indentation, `--at` that of the quotation's own rule.
 */
const INDENTED = `  .body li { --in: 1.6em }
  .body li li { --in: 3.2em }
  .body li li li { --in: 4.8em }
  .body blockquote { --in: 1.45rem; --at: 0rem }
  .body blockquote blockquote { --in: 2.9rem; --at: 1.45rem }
  .body blockquote li { --in: calc(1.45rem + 1.6em) }
  .body li blockquote { --in: calc(1.45rem + 1.6em); --at: 1.6em }
  :is(li, blockquote) > .pair { column-gap: calc(3rem + var(--in)) }
  ${BOTH} blockquote:has(> .pair > .tgt) {
    background: linear-gradient(var(--accent), var(--accent)) calc(50% + 1.6rem + var(--at) / 2) 0 / .2rem 100% no-repeat border-box;
    print-color-adjust: exact;
  }
  ${second('li')} { position: relative }
  ${second('li')}::before { position: absolute; inset-inline-end: 100%; padding-inline-end: .45em; color: var(--soft); white-space: nowrap }
${mark('ol > li', 'counter(list-item) "."')}
${mark('ul > li', '"•"')}
${mark(':is(ul, ol) ul > li', '"◦"')}
${mark('li.task-item:has(> .done)', '"☑"')}
${mark('li.task-item:has(> .open)', '"☐"')}
  ${second('li.task-item')}::before { color: inherit; font-family: var(--latin-plain) }`;

export const PAIRS_CSS = `.bilingual main { container-type: inline-size }
.bilingual article:not(.entry) { max-width: var(--measure-both); margin-inline: auto }
.pair { position: relative; display: grid; gap: .45rem 3rem }
/* A cell is as wide as its words. */
:not(th, td) > .pair { grid-template-columns: minmax(0, 1fr) }
.body > .pair, .body :is(blockquote, .footnotes, details, div) > .pair { margin-bottom: 1.6em }
.body .pair > p { margin: 0 }
.pair > .tgt { color: var(--soft) }
.pair > span { display: block }
.heading .pair > .tgt, .body :is(h2, h3, h4, h5, h6) .pair > .tgt { font-weight: 400; color: var(--soft) }
h1 .pair { gap: .6rem 3rem }
h1 .pair > .tgt { font-size: .8em }
.heading .lede .pair { gap: .5rem 3rem }
:is(th, td) .pair { gap: .1rem }
:is(th, td) .pair > .tgt { font-weight: 400; font-size: .93em }
.body li > .pair { margin-bottom: .6em; row-gap: .1rem }
.body blockquote > .pair:last-child { margin-bottom: 0 }
.none { color: var(--soft); font-size: .9em }
.none:empty { background: none !important }
.pair > * > span { border-radius: .1rem; box-decoration-break: clone; -webkit-box-decoration-break: clone }
.anchor {
  position: absolute;
  inset-inline-start: -1.35rem;
  top: 0;
  padding-inline: .25rem;
  color: var(--soft);
  font-family: var(--latin-plain);
  text-decoration: none;
  opacity: 0;
}
.anchor::before { content: "#" / "" }
.pair:hover > .anchor, .anchor:focus-visible { opacity: 1 }
.pair:has(> .anchor:focus-visible) > :is(.zh, .en) { background: var(--hover) }
li > .pair > .anchor { display: none }

@media (hover: hover) {
${partners(':hover', '--hover')}
}
${partners(':target, .picked', '--mark')}

.controls { display: flex; flex-wrap: wrap; gap: .6rem 2.5rem; margin: 0 0 2.25rem; padding-block: .7rem; border-block: 1px solid var(--rule); font-size: .875rem }
.controls fieldset { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1.1rem; min-width: 0; margin: 0; padding: 0; border: 0 }
.controls legend { float: left; padding: 0; margin-inline-end: 1rem; color: var(--soft) }
.controls label { display: inline-flex; align-items: baseline; gap: .35em; padding-block: .2rem; cursor: pointer }
.controls input { width: 1em; height: 1em; margin: 0; align-self: center; accent-color: var(--accent) }
.controls label:has(:checked) { font-weight: 600 }
.controls label:has(:focus-visible) { outline: .15rem solid var(--accent); outline-offset: .2rem; border-radius: .1rem }
.controls :focus-visible { outline: none }
@media (max-width: 40rem) {
  .controls { gap: .1rem 2.5rem; margin-bottom: 1.75rem; font-size: .8125rem }
  .controls legend { position: absolute; clip-path: inset(50%) }
}

body:has(#show-zh:checked) .pair > .en, body:has(#show-en:checked) .pair > .zh { display: none }
${ONE} .pair > :is(.zh, .en) { color: inherit }
${ONE} h1 .pair > :is(.zh, .en) { font-size: inherit; font-weight: inherit }

${CUT} ${SIDE} { display: contents }
${CUT} ${SIDE} > span { display: block; grid-column: 1 }
${CUT} ${SIDE} > br { display: none }
${CUT} .pair > .tgt > span { margin-bottom: .5rem; color: var(--soft) }
${CUT} .pair { row-gap: .1rem }
@container (max-width: 47.99rem) {
${ALTERNATE}
}

@container (min-width: 48rem) {
  .bilingual article:not(.entry) { max-width: none }
  :not(th, td) > .pair { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); grid-auto-flow: row dense; align-items: first baseline }
${INDENTED}
  :not(th, td) > ${SIDE} { grid-row: 1 }
  .left-zh :not(th, td) > .pair > .zh, .left-en :not(th, td) > .pair > .en { grid-column: 1 }
  .left-zh :not(th, td) > .pair > .en, .left-en :not(th, td) > .pair > .zh { grid-column: 2 }
  .left-zh :not(th, td) > .pair > .en > span, .left-en :not(th, td) > .pair > .zh > span { grid-column: 2 !important }
  :not(th, td) > .pair > .same { grid-column: 1 / -1 }
  .body .pair > .tgt, ${CUT} .body .pair > .tgt > span { color: inherit }
  .heading .pair > .tgt, .body :is(h2, h3, h4, h5, h6) .pair > .tgt { font-size: inherit; font-weight: inherit }
  ${CUT} .pair { row-gap: .6rem }
  ${CUT} .pair > .tgt > span { margin-bottom: 0 }
  h1 { font-size: 2rem }
  .lede { font-size: 1.1875rem }
  ${ONE} article:not(.entry) { max-width: var(--measure) }
  body:has(#show-en:checked) article:not(.entry) { max-width: var(--measure-en) }
  ${ONE} :not(th, td) > .pair { grid-template-columns: minmax(0, 1fr) }
  ${ONE} :not(th, td) > ${SIDE} { grid-column: 1 }
}
`;
