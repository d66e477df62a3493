/** Articles of the editions' tests: one with every kind of block, one that attacks. */

/** The sentence that started it: a Chinese headline over an English body. */
export const MIXED = `---
title: 小店开进海边老街
date: 2026-03-04
author: [Ann Lee, 沈禾]
dek: 一条街，三代人。
weather: sunny
---

The shop opened on **Monday** morning. It sells [tea](https://example.com/tea) and salt.

老街的人都来了。他们带来了自家的茶。
`;

export const MIXED_TARGETS = {
  小店开进海边老街: 'A small shop comes to the old street by the sea',
  '一条街，三代人。': 'One street, three generations.',
  'The shop opened on <1>Monday</1> morning.': '小店<1>周一</1>早上开门。',
  'It sells <1>tea</1> and salt.': '店里卖<1>茶</1>和盐。',
  '老街的人都来了。': 'Everyone in the street came.',
  '他们带来了自家的茶。': 'They brought tea of their own.',
};

export const EVERY_BLOCK = `---
title: Every kind of block
date: 2026-10-02
dek: What others do not hold.
description: For the search engines only.
---

# Top heading

A line with a note[^1] and \`code\`.  
After a hard break. H<sub>2</sub>O and <kbd>Ctrl</kbd>.

- [x] done thing
- [ ] open thing

  loose paragraph in it

1. first step
   - nested point

> > nested quote here
>
> outer quote here

#### Deep heading

\`\`\`js
const x = 1;
\`\`\`

![A picture of the harbour](harbour.jpg)

An inline ![small icon](icon.png) image, and [another article](mixed.md#s-title).

<details><summary>More</summary>

Hidden words inside.

</details>

---

| a column | number | share |
| :--- | :---: | ---: |
| word one | 12 | 3.5 |

[^1]: A note about it.
[^lost]: A note that nothing refers to.
`;

/** Every string here would do harm if it came out as it stands. */
export const HOSTILE = `---
title: "<script>alert('title')</script> {{ title }}"
author: "<img src=x onerror=alert(1)>"
date: 2026-01-01
---

Plain <script>alert('inline')</script> text, {{ name }} and {% raw %}. A [bad link](javascript:alert(1)) here.

<script>alert('block')</script>

<img src="x" onerror="alert(2)" id="s-title" class="pair">

<a href="java&#115;cript:alert(3)" onclick="alert(4)">raw link</a>

<iframe src="https://example.com/frame"></iframe>

<div data-duizhao="0" style="position:fixed">

Inside an open division.

<table><tr><td>

Unclosed </span></p></article></main> tags. A bell\u0007 and an escape \u001b[31mred\u001b[0m one.

<svg onload="alert(5)"><style>body{display:none}</style></svg>

![caption words](data:text/html;base64,AAAA)
`;
