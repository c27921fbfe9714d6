import { element, json } from './dom.js';

/** A card at the mark that was clicked, with the way to the next and the previous one. Escape or a click elsewhere closes it. */
function showCards(text) {
  const marks = [...text.querySelectorAll('mark > a')].filter((link) => link.closest('mark[id]'));
  if (marks.length === 0 || !('popover' in HTMLElement.prototype)) return;
  const pop = element('div', { class: 'pop', popover: '', role: 'dialog', 'aria-label': 'Term' });
  document.body.append(pop);
  let current = -1;
  const isShown = (link) => getComputedStyle(link).textDecorationLine !== 'none';

  async function contentFor(link) {
    const target =
      link.hash && link.pathname === location.pathname ? document.getElementById(link.hash.slice(1)) : null;
    if (target !== null) {
      const copy = target.cloneNode(true);
      copy.removeAttribute('id');
      for (const inner of copy.querySelectorAll('[id]')) inner.removeAttribute('id');
      return copy;
    }
    const id = link.pathname.split('/').pop();
    const { label, zh, gloss, official } = await json(`/v1/terms/${id}`);
    const card = element('article', { class: 'card' }, element('h3', {}, element('a', { href: link.href }, label)));
    if (zh) card.append(element('p', { class: 'zh', lang: 'zh-Hans' }, zh.hans));
    card.append(element('p', {}, gloss));
    if (official) card.append(element('p', {}, element('b', { class: 'key' }, 'Official English:'), ` ${official}`));
    return card;
  }
  function place(link) {
    const box = link.getClientRects()[0];
    const below = box.bottom + 6;
    const height = Math.min(pop.offsetHeight, innerHeight * 0.6);
    pop.style.left = `${Math.max(8, Math.min(box.left, innerWidth - pop.offsetWidth - 8))}px`;
    pop.style.top = `${below + height < innerHeight ? below : Math.max(8, box.top - height - 6)}px`;
  }
  async function open(number) {
    const link = marks[number];
    current = number;
    const term = link.getAttribute('href');
    const same = (step) => {
      for (let i = number + step; i >= 0 && i < marks.length; i += step)
        if (marks[i].getAttribute('href') === term && isShown(marks[i])) return i;
      return -1;
    };
    const bar = element('p', { class: 'tools' });
    for (const [step, name] of [
      [-1, 'Previous occurrence'],
      [1, 'Next occurrence'],
    ]) {
      const button = element('button', { type: 'button', class: 'plain' }, name);
      const other = same(step);
      button.disabled = other < 0;
      button.addEventListener('click', () => {
        marks[other].scrollIntoView({ block: 'center' });
        open(other);
      });
      bar.append(button);
    }
    const close = element('button', { type: 'button', class: 'plain' }, 'Close');
    close.addEventListener('click', () => pop.hidePopover());
    bar.append(close);
    pop.replaceChildren(bar, await contentFor(link));
    for (const mark of text.querySelectorAll('.near')) mark.classList.remove('near');
    link.classList.add('near');
    pop.showPopover();
    place(link);
    bar.querySelector('button:enabled').focus({ preventScroll: true });
  }
  text.addEventListener('click', (event) => {
    const link = event.target.closest('mark > a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !isShown(link)) return;
    event.preventDefault();
    open(marks.indexOf(link) < 0 ? marks.findIndex((mark) => mark.href === link.href) : marks.indexOf(link));
  });
  pop.addEventListener('toggle', (event) => {
    if (event.newState !== 'closed') return;
    text.querySelector('.near')?.classList.remove('near');
    marks[current]?.focus({ preventScroll: true });
  });
  // Letters are keys only while a mark has the focus.
  text.addEventListener('keydown', (event) => {
    const here = marks.indexOf(document.activeElement);
    const step = { n: 1, p: -1 }[event.key];
    if (here < 0 || !step || event.ctrlKey || event.metaKey || event.altKey) return;
    marks[Math.max(0, Math.min(marks.length - 1, here + step))].focus();
    event.preventDefault();
  });
}

document.querySelectorAll('#marked .text').forEach(showCards);
