/** The bilingual page: one column of pairs, two where there is room. */
export const PAIRS_CSS = `.bilingual main { container-type: inline-size }
.bilingual article { max-width: 40rem; margin-inline: auto }
.pairs { margin-bottom: 1.75em }
.pair { position: relative; display: grid; gap: .3rem 2.75rem }
.pair + .pair { margin-top: .9em }
.body .pair > p { margin: 0 }
.body .pair > .tgt { color: var(--soft) }
.pair > span { display: block }
.heading .pair > .tgt, .body :is(h2, h3, h4, h5, h6) .pair > .tgt { font-weight: 400; color: var(--soft) }
h1 .pair { gap: .6rem 2.75rem }
h1 .pair > .tgt { font-size: .8em }
.heading .lede .pair { gap: .5rem 2.75rem }
:is(th, td) .pair { gap: .1rem }
:is(th, td) .pair > .tgt { font-weight: 400; font-size: .93em }
.body li > .pairs { margin-bottom: .9em }
.body blockquote > .pairs:last-child { margin-bottom: 0 }
.pair:target { background: none }
.pair:target > :is(p, span) { background: var(--mark); box-shadow: 0 0 0 .35rem var(--mark); border-radius: .05rem }
.anchor {
  position: absolute;
  inset-inline-start: -1.35rem;
  top: 0;
  padding-inline: .25rem;
  color: var(--soft);
  text-decoration: none;
  opacity: 0;
}
.anchor::before { content: "#" }
.pair:hover > .anchor, .anchor:focus-visible { opacity: 1 }
li > .pairs .anchor { display: none }
@container (min-width: 48rem) {
  .bilingual article { max-width: none }
  :not(th, td) > .pair { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); align-items: first baseline }
  /* The second column starts where it does outside: half the indentation comes off the first. */
  li > .pairs > .pair { grid-template-columns: calc(50% - 1.375rem - .8em) minmax(0, 1fr) }
  li li > .pairs > .pair { grid-template-columns: calc(50% - 1.375rem - 1.6em) minmax(0, 1fr) }
  blockquote > .pairs > .pair { grid-template-columns: calc(50% - 1.475rem - .625em) minmax(0, 1fr) }
  :not(th, td) > .pair > :is(p, span) { grid-row: 1; grid-column: 1 }
  .left-zh :not(th, td) > .pair > [lang="en"], .left-en :not(th, td) > .pair > [lang|="zh"] { grid-column: 2 }
  :not(th, td) > .pair.same > :is(p, span) { grid-column: 1 / -1 }
  .heading .pair > .tgt, h1 .pair > .tgt { font-size: inherit }
  h1 { font-size: 2rem }
  .lede { font-size: 1.15rem }
}
`;
