/**
 * The one script of the pages: keeps the sentence on top when the edition is changed, remembers and
 * announces what the bilingual page shows, and marks a pair on a tap. In a file of its own, so that a
 * strict Content-Security-Policy lets it run; without it every page still works. At most 2 kB.
 */
export const READER_JS = `(() => {
  const all = (query) => [...document.querySelectorAll(query)];
  const sentences = all('[id^="s-"]');
  const bottom = (one) => one.getBoundingClientRect().bottom;
  const head = document.querySelector('.masthead');
  const top = () => sentences.find((one) => bottom(one) > bottom(head) + 24);
  for (const link of all('.languages a')) {
    link.addEventListener('click', () => {
      const one = scrollY > 200 ? top() : null;
      link.hash = one ? one.id : '';
    });
  }
  const said = document.getElementById('said');
  for (const radio of all('.controls input')) {
    const name = 'duizhao-' + radio.name;
    try {
      if (localStorage.getItem(name) === radio.value) radio.checked = true;
    } catch {}
    radio.addEventListener('change', () => {
      said.textContent = radio.parentElement.innerText;
      try {
        localStorage.setItem(name, radio.value);
      } catch {}
    });
  }
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (place) place.scrollIntoView();
  const cells = (line) => [...line.children].filter((child) => child.tagName === 'SPAN');
  const body = document.querySelector('.bilingual .body');
  if (!body) return;
  body.addEventListener('click', ({ target }) => {
    const cell = target.closest('.pair > * > span');
    for (const old of all('.picked')) old.classList.remove('picked');
    if (!cell || target.closest('a')) return;
    const at = cells(cell.parentElement).indexOf(cell);
    for (const line of cell.closest('.pair').children) {
      cells(line)[at]?.classList.add('picked');
    }
  });
})();
`;
