/** Lists of articles, and the pages of no edition. */
export const LISTS_CSS = `.flag { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1rem; margin: clamp(2rem, 6vw, 3.5rem) 0 1.75rem }
.flag h1, h1.flag { font-size: clamp(2.25rem, 1.6rem + 3vw, 3.75rem); font-weight: 700; line-height: 1.15; letter-spacing: -.015em }
.flag h1 { margin: 0 }
h1.flag { margin-inline: 0 }
.flag h1:lang(zh), .flag h1 [lang|="zh"], h1.flag [lang|="zh"] { letter-spacing: .02em; line-height: 1.2 }
.flag [lang="en"]:not(:first-child) { font-weight: 400; font-style: italic; color: var(--soft) }
:is(.tag, .tags, .archive) .flag h1 { font-size: clamp(1.75rem, 1.4rem + 1.6vw, 2.5rem) }
.count { color: var(--soft); font-size: .875rem; font-variant-numeric: tabular-nums }
.articles { margin: 0; padding: 0; border-top: 1px solid var(--ink); list-style: none }
.articles > li + li { border-top: 1px solid var(--rule) }
.entry { padding-block: 1.6rem 1.7rem }
.entry h2 { margin: 0; font-size: clamp(1.25rem, 1.15rem + .5vw, 1.5rem) }
.entry h2 a { padding-block: .15em; color: inherit; text-decoration: none }
.entry h2 a:hover { color: var(--accent) }
.entry .dek { margin: .5rem 0 0; color: var(--soft); font-size: 1.0625rem }
.entry .byline { margin: .6rem 0 0; font-size: .8125rem }
.index .articles > li:first-child .entry h2 { font-size: clamp(1.5rem, 1.2rem + 1.6vw, 2.125rem); line-height: 1.25 }
.index .articles > li:first-child .entry h2 [lang|="zh"] { line-height: 1.35 }
.bilingual .entry :is(h2 a, .dek) > span { display: block }
.bilingual .entry :is(h2 a, .dek) > span + span { margin-top: .3rem }
.bilingual .entry h2 span + span { font-size: .85em; font-weight: 400; color: var(--soft) }
@media (min-width: 48rem) {
  .entry { display: grid; grid-template-columns: minmax(0, 1fr) 11rem; column-gap: 2.5rem }
  .entry > * { grid-column: 1 }
  .entry .byline { grid-column: 2; grid-row: 1 / span 2; flex-direction: column; align-items: flex-start; margin-top: .45rem }
  .entry .byline time > span { display: block }
  .entry .byline time > span + span { margin-inline-start: 0 }
}
.empty { color: var(--soft) }
main > .downloads { margin-top: 1.25rem; color: var(--soft); font-size: .875rem }
.pager { display: flex; justify-content: center; align-items: baseline; gap: 1.5rem; margin-top: 1.5rem; padding-top: 1rem; border-top: 1px solid var(--ink); font-size: .9375rem }
.pager .at { color: var(--soft); font-variant-numeric: tabular-nums }
.pager a { padding: .25rem .5rem; text-decoration: none }
.pager a:hover { text-decoration: underline }
.all-topics { columns: 14rem; margin: 0; padding: 1rem 0 0; border-top: 1px solid var(--ink); list-style: none }
.all-topics li { padding-block: .3rem; break-inside: avoid }
.all-topics a { color: inherit; text-decoration-color: var(--rule) }
:is(.chooser, .missing) main { display: grid; align-content: center; justify-items: center; text-align: center }
:is(.chooser, .missing) main p { max-width: 36rem; margin: 0 auto .75rem; color: var(--soft) }
div.missing h1 { margin-bottom: .75rem }
div.missing h1 > span { display: block }
div.missing time { font-family: var(--latin-plain), var(--han-text); font-size: .875rem }
div.missing time > span + span { margin-inline-start: .6em }
:is(.chooser, .missing) .flag { justify-content: center; margin-top: 0 }
.choices { width: 100%; max-width: 38rem }
.choices ul { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.5rem 0 0; padding: 0; list-style: none }
.choices li { display: grid; flex: 1 1 11rem }
.choices a {
  display: grid;
  align-content: center;
  justify-content: center;
  grid-auto-flow: column;
  align-items: baseline;
  gap: .3em;
  padding: .8rem 1.5rem;
  border: 1px solid var(--rule);
  border-radius: .2rem;
  color: inherit;
  line-height: 1.6;
  text-decoration: none;
}
.choices a:hover { border-color: var(--accent); color: var(--accent) }
`;
