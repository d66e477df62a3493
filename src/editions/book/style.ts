/** The stylesheet of books: sizes follow the reader's, and so do the colours. */
export const BOOK_CSS = `body { margin: 0; line-height: 1.7; }
html:lang(zh), [lang="zh-Hans"] { font-family: "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", serif; }
html:lang(zh-Hant), [lang|="zh-Hant"] { font-family: "Songti TC", "Noto Serif CJK TC", "PMingLiU", serif; }
[lang="en"] { font-family: Georgia, "Times New Roman", "Noto Serif", serif; }
:lang(zh) { text-autospace: normal; }
em:lang(zh) { font-style: normal; text-emphasis: filled dot; text-emphasis-position: under right; }
h1 { font-size: 1.6em; line-height: 1.3; }
h2 { font-size: 1.3em; line-height: 1.35; }
h3 { font-size: 1.15em; }
h4, h5, h6 { font-size: 1em; }
h1, h2, h3, h4, h5, h6 { break-after: avoid; text-align: start; }
h1 > .pair > span, h2 > .pair > span, h3 > .pair > span, h4 > .pair > span,
h5 > .pair > span, h6 > .pair > span, .lede > .pair > span { display: block; }
header { margin-bottom: 2em; }
.lede { font-size: 1.1em; }
.byline, .footnotes, .notice { font-size: 0.9em; }
.notice { border: 0.1em solid; padding: 0 1em; }
.pair { margin: 0 0 1em; break-inside: avoid; }
.pair > p { margin: 0 0 0.3em; }
.tgt { color: color-mix(in srgb, currentColor 78%, transparent); }
.unreviewed { text-decoration: underline dashed; }
table { border-collapse: collapse; margin: 1em 0; }
th { text-align: start; }
th, td { border: 0.05em solid; padding: 0.3em 0.6em; vertical-align: top; }
td .pair > span, th .pair > span, figcaption .pair > span { display: block; }
.align-right { text-align: right; }
.align-center { text-align: center; }
blockquote { margin: 1em 0 1em 1em; padding-left: 1em; border-left: 0.2em solid; }
pre { white-space: pre-wrap; font-size: 0.9em; }
img { max-width: 100%; height: auto; }
figure { margin: 1em 0; break-inside: avoid; }
figcaption, .picture { font-size: 0.9em; }
.task-item { list-style: none; }
.task { float: left; margin-right: 0.3em; }
nav ol { list-style: none; padding-left: 1em; }
`;
