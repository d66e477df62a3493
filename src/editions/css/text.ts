/** The article's text, after CLREQ for Chinese. */
export const TEXT_CSS = `[lang|="zh"] {
  font-family: var(--han-text);
  line-height: 1.8;
  text-autospace: normal;
  text-spacing-trim: trim-start;
  line-break: strict;
  overflow-wrap: anywhere;
  hyphens: manual;
  text-wrap: wrap;
}
[lang|="zh-Hant"] { font-family: "PingFang TC", "Noto Sans CJK TC", "Microsoft JhengHei", sans-serif }
[lang|="en"] {
  font-family: var(--latin-text);
  line-height: 1.65;
  line-break: auto;
  overflow-wrap: break-word;
  hyphens: auto;
  text-wrap: pretty;
}
:is(em, i, cite):lang(zh) { font-style: normal; text-emphasis: filled dot; text-emphasis-position: under right }
cite:lang(zh) { text-emphasis: none }
[lang] { unicode-bidi: isolate }

.heading { margin: 3rem 0 2.25rem }
h1 { margin: 0; font-size: clamp(1.75rem, 1.4rem + 1.8vw, 2.6rem); line-height: 1.2; letter-spacing: -.01em }
h1:lang(zh), h1 [lang|="zh"] { letter-spacing: 0; line-height: 1.35 }
h1 [lang|="en"] { line-height: 1.2 }
.lede { margin: 1.1rem 0 0; font-size: 1.2rem; color: var(--soft) }
.field { margin: .75rem 0 0; color: var(--soft) }
.byline { display: flex; flex-wrap: wrap; gap: .1rem .9rem; margin: 1.4rem 0 0; color: var(--soft); font-size: .95rem }
.byline, .byline [lang] { font-family: var(--latin-plain), var(--han-text); line-height: 1.6 }
.byline .author { color: var(--ink) }
.byline time > span + span { margin-inline-start: .6em }

.body > :first-child { margin-top: 0 }
.body :is(p, ul, ol, pre, figure) { margin: 0 0 1.25em }
.body p:lang(zh) { text-align: justify }
.body :is(h2, h3, h4, h5, h6) { margin: 2.2em 0 .7em }
.body h2 { font-size: 1.5rem }
.body h3 { font-size: 1.25rem }
.body :is(h4, h5, h6) { font-size: 1.1rem }
.body :is(ul, ol) { padding-inline-start: 1.6em }
.body li { margin-bottom: .35em }
.body li::marker { color: var(--soft) }
.task-list-item { position: relative; list-style: none }
.task { position: absolute; inset-inline-start: -1.5em }
.body blockquote { margin: 1.75em 0; padding-inline-start: 1.25em; border-inline-start: .2rem solid var(--accent) }
.body blockquote > :last-child { margin-bottom: 0 }
.body blockquote:not(:has(blockquote)) { font-size: 1.08em }
.body hr { width: 6rem; margin: 2.5em auto; border: 0; border-top: 1px solid var(--rule) }
.body img { max-width: 100%; height: auto; vertical-align: middle; border-radius: .2rem; background: var(--wash) }
.body figure { margin-block: 2em }
.body figure img { display: block }
.body figcaption { margin-top: .6rem; color: var(--soft); font-size: .95rem }
.body :is(pre, code, kbd, samp) { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; font-size: .9em; hyphens: none }
.body :is(code, kbd) { padding: .1em .35em; border-radius: .2em; background: var(--wash); overflow-wrap: anywhere }
.body pre { padding: 1rem 1.25rem; border-radius: .3rem; background: var(--wash); white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.6 }
.body pre code { padding: 0; background: none; font-size: 1em }
.table { margin: 1.75em 0; overflow-x: auto }
table { width: 100%; border-collapse: collapse; font-size: .98rem; font-variant-numeric: lining-nums tabular-nums; line-height: 1.5 }
:is(th, td), :is(th, td) [lang] { line-height: 1.5; overflow-wrap: normal; hyphens: none }
thead { border-bottom: .12rem solid var(--ink) }
th, td { padding: .6em .9em; border-bottom: 1px solid var(--rule); text-align: start; vertical-align: top }
:is(th, td):first-child { padding-inline-start: 0 }
:is(th, td):last-child { padding-inline-end: 0 }
th { font-weight: 600 }
.align-right { text-align: end }
.align-center { text-align: center }
.footnotes { margin-top: 3.5em; padding-top: .5em; border-top: 1px solid var(--rule); font-size: .95rem }
.footnotes .footnotes-title { margin-top: .8em; font-size: 1.1rem }
sup { line-height: 0 }
sup a { padding-inline: .15em; text-decoration: none }
:target { background: var(--mark) }
.notice { margin-top: 2rem; padding: .9rem 1.25rem; border: 1px dashed var(--accent); border-radius: .3rem; background: var(--wash); font-size: .95rem }
.notice p { margin: 0 }
.notice p + p { margin-top: .35rem }
.notice strong { color: var(--accent) }
span.unreviewed:not(.pair), p.unreviewed, .pair.unreviewed > .src { text-decoration: underline dashed var(--accent) .08em; text-underline-offset: .3em }
`;
