/** The article's text, after CLREQ for Chinese. Gaps between Han and Latin are the browser's: the text has none. */
export const TEXT_CSS = `[lang|="zh"] {
  font-family: var(--han-text);
  line-height: 1.75;
  text-autospace: normal;
  text-spacing-trim: trim-start;
  line-break: strict;
  overflow-wrap: anywhere;
  hyphens: manual;
  text-wrap: wrap;
}
[lang|="zh-Hant"] { font-family: var(--han-text-hant) }
[lang|="en"] {
  font-family: var(--latin-text);
  line-height: 1.62;
  line-break: auto;
  overflow-wrap: break-word;
  hyphens: auto;
  text-wrap: pretty;
}
:is(em, i, cite):lang(zh) { font-style: normal; text-emphasis: filled dot; text-emphasis-position: under right }
cite:lang(zh) { text-emphasis: none }
[lang] { unicode-bidi: isolate }

.heading { margin: clamp(1.75rem, 5vw, 3rem) 0 2rem }
h1 { margin: 0; font-size: clamp(1.75rem, 1.35rem + 2vw, 2.75rem); line-height: 1.18; letter-spacing: -.012em }
h1:lang(zh), h1 [lang|="zh"] { letter-spacing: .01em; line-height: 1.35 }
h1 [lang|="en"] { letter-spacing: -.012em; line-height: 1.18 }
.lede { margin: 1rem 0 0; font-size: 1.25rem; color: var(--soft) }
.lede:lang(zh), .lede [lang|="zh"] { line-height: 1.65 }
/* No last line of a single character; not where lines are justified: Chromium would stretch that one too. */
:is(.lede, .dek, figcaption):lang(zh), :is(.lede, .dek, figcaption) [lang|="zh"] { text-wrap: pretty }
.lede [lang|="en"] { line-height: 1.5 }
.field { margin: .75rem 0 0; color: var(--soft) }
.byline { display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem .9rem; margin: 1.35rem 0 0; color: var(--soft); font-size: .875rem }
.byline .author { color: var(--ink); font-weight: 600 }
.byline time > span + span { margin-inline-start: .6em }
.zh > main .heading, .en > main .heading { padding-bottom: 1.5rem; border-bottom: 1px solid var(--rule) }

.body > :first-child { margin-top: 0 }
.body :is(p, ul, ol, pre, figure) { margin: 0 0 1.2em }
.body p:lang(zh) { text-align: justify }
.body :is(li p, p.ragged):lang(zh) { text-align: start }
.body :is(h2, h3, h4, h5, h6) { margin: 2.1em 0 .65em }
.body h2 { font-size: 1.4375rem }
.body h3 { font-size: 1.1875rem }
.body :is(h4, h5, h6) { font-size: 1.0625rem }
.body :is(ul, ol) { padding-inline-start: 1.6em }
.body li { margin-bottom: .35em }
.body li > :is(ul, ol) { margin: .35em 0 .5em }
.body li::marker { color: var(--soft) }
.body .task-item { position: relative; list-style: none }
.body .task { position: absolute; inset-inline-start: -1.4em; font-family: var(--latin-plain) }
.body blockquote { margin: 1.75em 0; padding-inline-start: 1.25rem; border-inline-start: .2rem solid var(--accent) }
.body blockquote > :last-child { margin-bottom: 0 }
.body hr { width: 5rem; margin: 2.5em auto; border: 0; border-top: 1px solid var(--rule) }
.body img { max-width: 100%; height: auto; vertical-align: middle; background: var(--wash) }
.body figure { margin-block: 2em }
.body figure img { display: block; max-height: 44rem }
.body figcaption { margin-top: .6rem; color: var(--soft); font-size: .9375rem }
.body :is(pre, code, kbd, samp) { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; font-size: .9em; hyphens: none }
.body :is(code, kbd) { padding: .1em .35em; border-radius: .2em; background: var(--wash); overflow-wrap: anywhere }
.body pre { padding: 1rem 1.25rem; border-radius: .2rem; background: var(--wash); white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.6 }
.body pre code { padding: 0; background: none; font-size: 1em }
.table { margin: 1.75em 0; overflow-x: auto }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; font-variant-numeric: lining-nums tabular-nums; line-height: 1.5 }
:is(th, td), :is(th, td) [lang] { line-height: 1.5; overflow-wrap: normal; hyphens: none }
thead { border-block: .1rem solid var(--ink) }
th, td { padding: .55em .9em; border-bottom: 1px solid var(--rule); text-align: start; vertical-align: top }
thead th { border-bottom: 0 }
:is(th, td):first-child { padding-inline-start: 0 }
:is(th, td):last-child { padding-inline-end: 0 }
th { font-weight: 600 }
.align-right { text-align: end }
.align-center { text-align: center }
.footnotes { margin-top: 3em; padding-top: .5em; border-top: 1px solid var(--rule); font-size: .9375rem }
.footnotes .footnotes-title { margin-top: .8em; font-size: 1.0625rem }
sup { line-height: 0 }
sup a { padding: .5em .15em; text-decoration: none }
/* A mark never stands at the start of a line. */
sup:has(> a)::before { content: "\\2060" / "" }
[data-footnote-backref] { display: inline-block; min-width: 1.75rem; padding: .1em .3em; text-align: center; text-decoration: none }
:target { background: var(--mark) }
main:target, .heading:target { background: none }
span.unreviewed { text-decoration: underline dashed var(--accent) .08em; text-underline-offset: .3em }
.ending { margin-top: 2.5rem; padding-top: 1.1rem; border-top: 1px solid var(--rule); font-size: .875rem; color: var(--soft) }
.ending > * { margin: 0 0 .75rem }
.topics ul { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0; padding: 0; list-style: none }
.topics a { display: inline-block; padding: .2rem .8rem; border: 1px solid var(--rule); border-radius: 1rem; color: var(--ink); text-decoration: none }
.topics a:hover { border-color: var(--accent); color: var(--accent) }
.downloads { display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem 1.1rem }
.downloads p { margin: 0 }
.downloads ul { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; margin: 0; padding: 0; list-style: none }
.downloads a { display: inline-block; padding-block: .25rem; color: var(--ink); font-weight: 600; text-decoration: none }
.downloads .kind { color: var(--soft); font-weight: 400 }
.downloads a:is(:hover, :focus-visible), .downloads a:hover .kind { color: var(--accent); text-decoration: underline }
.corrections { margin-top: 1.5rem; padding: .9rem 1.25rem; background: var(--wash) }
.corrections h2 { margin: 0 0 .35rem; color: var(--ink); font-size: 1rem }
.corrections ul { margin: 0; padding: 0; list-style: none }
.corrections li + li { margin-top: .9rem }
.corrections .change { display: block; margin-top: .35rem }
.corrections del { text-decoration-color: var(--accent) }
.corrections ins { color: var(--ink); text-decoration: none }
.corrections time { margin-inline-end: .5em; color: var(--ink); font-variant-numeric: tabular-nums }

/* From a paragraph to the same one on the page of both languages. */
.body p:has(> .beside) { position: relative }
.beside {
  position: absolute;
  inset-inline-end: -2.25rem;
  top: .1em;
  min-width: 1.75rem;
  color: var(--soft);
  font-family: var(--latin-plain);
  text-align: center;
  text-decoration: none;
  opacity: 0;
}
.beside::before { content: "⇄" / "" }
p:hover > .beside, .beside:focus-visible { opacity: 1 }
.beside:hover { color: var(--accent) }
@media (max-width: 46rem) {
  .beside { position: static; display: inline-block; margin-inline-start: .2em; opacity: 1; text-indent: 0 }
}
`;
