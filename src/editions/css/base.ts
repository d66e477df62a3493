/** Colours, fonts, page frame. A site's own `publish.css` comes after it and may set any variable anew. */
export const BASE_CSS = `/* duizhao: one stylesheet, nothing from other sites. Colours and fonts are the variables below. */
:root {
  color-scheme: light dark;
  --paper: #fdfcf9;
  --ink: #1c1a18;
  --soft: #595249;
  --rule: #dcd5c9;
  --accent: #9c2b18;
  --wash: #f4eee3;
  --mark: #fbe6a2;
  --hover: #f3ead6;
  --latin-text: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", Georgia, "Noto Serif", "Liberation Serif", serif;
  --latin-plain: system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", sans-serif;
  --han-text: "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
  --han-title: "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", serif;
  --han-text-hant: "PingFang TC", "Noto Sans CJK TC", "Microsoft JhengHei", sans-serif;
  --han-title-hant: "Songti TC", "Noto Serif CJK TC", "Source Han Serif TC", "PMingLiU", serif;
  --measure: 40.5rem;
  --measure-en: calc(var(--measure) * .82);
  --measure-both: calc(var(--measure) * .92);
  --wide: 74rem;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #161513;
    --ink: #e8e3da;
    --soft: #aba294;
    --rule: #3b3731;
    --accent: #f0937c;
    --wash: #22201c;
    --mark: #3f330f;
    --hover: #2c2820;
  }
}
*, ::before, ::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; font-family: var(--latin-text); line-height: 1.62; scroll-padding-top: 5rem }
body {
  display: flex;
  flex-direction: column;
  min-height: 100vh;
  min-height: 100svh;
  margin: 0;
  padding: 0 clamp(1.25rem, 5vw, 3rem) 2.5rem;
  background: var(--paper);
  color: var(--ink);
  font-size: 1.125rem;
}
a { color: var(--accent); text-decoration-thickness: .06em; text-underline-offset: .2em }
a:hover { text-decoration-thickness: .12em }
:focus-visible { outline: .15rem solid var(--accent); outline-offset: .2rem; border-radius: .1rem }
.visually-hidden, .skip:not(:focus) {
  position: absolute;
  width: 1px;
  height: 1px;
  margin: 0;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
.skip:focus { position: absolute; z-index: 3; left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--paper) }

.masthead, .breadcrumbs, main, .foot { width: 100%; max-width: var(--measure); margin-inline: auto }
.en > :is(.masthead, .breadcrumbs, main, .foot) { max-width: var(--measure-en) }
.bilingual:not(.index, .tag, .tags, .archive) > :is(.masthead, .breadcrumbs, main, .foot) { max-width: var(--wide) }
/* One column of pairs: all stands on its edges. */
@media (max-width: 53.3rem) {
  .bilingual:not(.index, .tag, .tags, .archive) > :is(.masthead, .breadcrumbs, main, .foot) { max-width: var(--measure-both) }
}
:is(.index, .tag, .tags, .archive) > :is(.masthead, .breadcrumbs, main, .foot) { max-width: 56rem }
.masthead {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  justify-content: space-between;
  gap: .25rem 1.75rem;
  padding-block: 1.4rem .8rem;
  border-bottom: .1875rem double var(--ink);
}
:is(.masthead, .breadcrumbs, .foot, .byline, .controls, .pager, .count, .ending, .downloads, .badge), :is(.masthead, .breadcrumbs, .foot, .byline, .controls, .pager, .ending, .downloads, .badge) [lang] {
  font-family: var(--latin-plain), var(--han-text);
  line-height: 1.6;
}
/* On an article the languages stay at hand: the rows above them scroll away. */
.article > .masthead { position: sticky; z-index: 2; top: -.9rem; background: var(--paper) }
.masthead { font-size: .875rem }
.masthead a { color: inherit; text-decoration: none }
.masthead a:hover { color: var(--accent) }
.site-name, .site-name [lang] { font-family: var(--latin-text), var(--han-title); font-size: 1.375rem; font-weight: 700; line-height: 1.3; letter-spacing: .01em }
.languages { margin-inline-start: auto }
.languages ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: 0; list-style: none }
.languages a { display: inline-block; padding-block: .3rem; color: var(--soft); border-bottom: .125rem solid transparent }
.languages [aria-current] { color: var(--ink); border-bottom-color: var(--accent) }
.breadcrumbs { padding-top: .8rem; font-size: .8125rem }
.breadcrumbs ol { display: flex; flex-wrap: wrap; gap: .1rem .5rem; margin: 0; padding: 0; list-style: none }
.breadcrumbs li + li::before { content: "›" / ""; margin-inline-end: .5rem; color: var(--soft) }
.breadcrumbs a { display: inline-block; padding-block: .2rem; color: var(--soft); text-decoration: none }
.breadcrumbs a:hover { color: var(--accent); text-decoration: underline }
main { flex: 1 }
.foot {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  justify-content: space-between;
  gap: .25rem 2rem;
  margin-top: 4.5rem;
  padding-top: 1rem;
  border-top: 1px solid var(--ink);
  font-size: .875rem;
}
.foot p { margin: 0; font-weight: 600 }
.foot ul { display: flex; flex-wrap: wrap; gap: .1rem 1.5rem; margin: 0; padding: 0; list-style: none }
.foot a { display: inline-block; padding-block: .25rem; color: var(--soft); text-decoration: none }
.foot a:hover { color: var(--accent); text-decoration: underline }

h1, h2, h3, h4, h5, h6 { text-wrap: balance; line-height: 1.3 }
:is(h1, h2, h3, h4, h5, h6):lang(zh), :is(h1, h2, h3, h4, h5, h6) [lang|="zh"] { font-family: var(--han-title); line-height: 1.4; text-wrap: balance }
:is(h1, h2, h3, h4, h5, h6):lang(zh-Hant), :is(h1, h2, h3, h4, h5, h6) [lang|="zh-Hant"] { font-family: var(--han-title-hant) }
:is(h1, h2, h3, h4, h5, h6) [lang|="en"] { font-family: var(--latin-text); line-height: 1.3; text-wrap: balance }
.badge { padding: .05em .6em; border: 1px dashed var(--accent); border-radius: 1em; color: var(--accent); font-size: .9em }
.derived { margin: 1.25rem 0 0; padding-inline-start: .75rem; border-inline-start: .15rem solid var(--rule); color: var(--soft); font-size: .875rem }
.notice { margin-top: 1.5rem; padding: .9rem 1.25rem; border: 1px dashed var(--accent); border-radius: .2rem; background: var(--wash); font-size: .9375rem }
.notice p { margin: 0 }
.notice p + p { margin-top: .35rem }
.notice strong { color: var(--accent) }
@media (max-width: 30rem) {
  .languages { width: 100%; margin: 0 }
  .article > .masthead { top: -3.1rem; padding-bottom: .4rem }
}
@media (prefers-reduced-motion: no-preference) {
  html { scroll-behavior: smooth }
  a { transition: color .12s }
}
`;
