/** Colours, page frame, masthead, lists of articles. */
export const BASE_CSS = `/* duizhao: one stylesheet, no scripts, nothing from other sites. */
:root {
  color-scheme: light dark;
  --paper: #fcfbf8;
  --ink: #1d1b19;
  --soft: #5a544d;
  --rule: #ddd7cd;
  --accent: #a3301c;
  --wash: #f5efe4;
  --mark: #fbe9a9;
  --latin-text: Charter, "Bitstream Charter", "Iowan Old Style", Georgia, "Noto Serif", serif;
  --latin-plain: system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif;
  --han-text: "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
  --han-title: "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171614;
    --ink: #e9e4dc;
    --soft: #a89f94;
    --rule: #3a3631;
    --accent: #f08d76;
    --wash: #221f1b;
    --mark: #57471a;
  }
}
*, ::before, ::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; font-family: var(--latin-text); line-height: 1.65 }
body {
  margin: 0;
  padding: 0 clamp(1.25rem, 5vw, 3rem) 4rem;
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
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
.skip:focus { position: absolute; left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--paper) }

.masthead, main, .foot { max-width: 40rem; margin-inline: auto }
.bilingual :is(.masthead, main, .foot) { max-width: 68rem }
.masthead {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  justify-content: space-between;
  gap: .25rem 1.5rem;
  padding-block: 1.25rem 1rem;
  border-bottom: 1px solid var(--rule);
  font-size: .9rem;
}
.masthead, .masthead [lang], .foot, .foot [lang] { font-family: var(--latin-plain), var(--han-text); line-height: 1.6 }
.masthead a { color: inherit; text-decoration: none }
.masthead a:hover { color: var(--accent) }
.site-name { font-weight: 700; letter-spacing: .02em }
.languages { margin-inline-start: auto }
.languages ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: 0; list-style: none }
.languages a { display: inline-block; padding-block: .25rem; color: var(--soft) }
.languages [aria-current] { color: var(--ink); border-bottom: .15rem solid var(--accent) }
@media (max-width: 30rem) {
  .languages { width: 100%; margin: 0 }
}
.foot {
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  gap: .5rem 2rem;
  margin-top: 4rem;
  padding-top: 1.25rem;
  border-top: 1px solid var(--rule);
  font-size: .95rem;
}

h1, h2, h3, h4, h5, h6 { text-wrap: balance; line-height: 1.3 }
:is(h1, h2, h3, h4, h5, h6):lang(zh), :is(h1, h2, h3, h4, h5, h6) [lang|="zh"] { font-family: var(--han-title); line-height: 1.4 }
:is(h1, h2, h3, h4, h5, h6) [lang|="en"] { font-family: var(--latin-text); line-height: 1.3 }
.flag { margin: 3.5rem 0 2.5rem; font-size: clamp(2.25rem, 1.75rem + 2.5vw, 3.5rem); line-height: 1.15; letter-spacing: -.01em }
.flag [lang="en"]:not(:first-child) { font-weight: 400; font-style: italic; color: var(--soft) }
.articles { margin: 0; padding: 0; list-style: none }
.articles > li { padding-block: 1.75rem; border-top: 1px solid var(--rule) }
.articles h2 { margin: 0; font-size: clamp(1.3rem, 1.2rem + .6vw, 1.6rem) }
.articles h2 a { color: inherit; text-decoration: none }
.articles h2 a:hover { color: var(--accent) }
.articles .dek { margin: .5rem 0 0; color: var(--soft) }
.articles .byline { margin: .6rem 0 0 }
.bilingual .articles :is(h2 a, .dek) > span { display: block }
.bilingual .articles :is(h2 a, .dek) > span + span { margin-top: .3rem }
.bilingual .articles h2 span + span { font-weight: 400; color: var(--soft) }
.badge { padding: .1em .55em; border: 1px dashed var(--accent); border-radius: 1em; color: var(--accent); font-size: .85em }
.chooser main { display: grid; align-content: center; min-height: 100vh; min-height: 100svh }
.choices ul { display: flex; flex-wrap: wrap; gap: 1rem; margin: 0; padding: 0; list-style: none }
.choices a {
  display: block;
  min-width: 10rem;
  padding: 1rem 1.75rem;
  border: 1px solid var(--rule);
  border-radius: .3rem;
  color: inherit;
  font-size: 1.25rem;
  line-height: 1.6;
  text-align: center;
  text-decoration: none;
}
.choices a:hover { border-color: var(--accent); color: var(--accent) }
`;
