import { base, element, json } from './dom.js';

/** Suggestions under a search box, as the combobox pattern has them: arrows choose, Enter goes there, Escape closes. */
function suggest(input, index) {
  const list = element('ul', {
    class: 'suggest',
    role: 'listbox',
    id: `suggest-${index}`,
    'aria-label': 'Suggestions',
  });
  list.hidden = true;
  input.after(list);
  for (const [key, value] of Object.entries({
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': list.id,
    'aria-autocomplete': 'list',
  }))
    input.setAttribute(key, value);
  let chosen = -1;
  let asked = '';
  let timer;

  function close() {
    list.hidden = true;
    chosen = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }
  function choose(number) {
    const options = [...list.children];
    if (options.length === 0) return;
    chosen = (number + options.length) % options.length;
    options.forEach((option, i) => {
      option.setAttribute('aria-selected', String(i === chosen));
    });
    input.setAttribute('aria-activedescendant', options[chosen].id);
    options[chosen].scrollIntoView({ block: 'nearest' });
  }
  function show(terms) {
    list.replaceChildren(
      ...terms.map(({ id, label, zh, matched }, i) => {
        const option = element('li', { role: 'option', id: `${list.id}-${i}`, 'aria-selected': 'false' }, label);
        if (zh) option.append(' ', element('span', { lang: 'zh-Hans' }, zh.hans));
        if (matched) option.append(' ', element('small', {}, matched));
        option.dataset.path = `/terms/${id}`;
        return option;
      }),
    );
    list.hidden = terms.length === 0;
    chosen = -1;
    input.setAttribute('aria-expanded', String(!list.hidden));
  }
  async function ask() {
    const query = input.value.trim();
    asked = query;
    if (query === '') return close();
    try {
      const { terms } = await json(`/v1/terms?limit=8&q=${encodeURIComponent(query)}`);
      if (asked === query && document.activeElement === input) show(terms);
    } catch {
      close();
    }
  }
  const go = (option) => {
    location.href = base + option.dataset.path;
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 120);
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || list.hidden) return;
    if (event.key === 'ArrowDown') choose(chosen + 1);
    else if (event.key === 'ArrowUp') choose(chosen - 1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && chosen >= 0) go(list.children[chosen]);
    else return;
    event.preventDefault();
  });
  input.addEventListener('blur', () => setTimeout(close, 150));
  list.addEventListener('pointerdown', (event) => {
    const option = event.target.closest('[role=option]');
    if (option) {
      event.preventDefault();
      go(option);
    }
  });
}

document.querySelectorAll('input[type=search]').forEach(suggest);
