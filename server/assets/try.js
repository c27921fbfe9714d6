import { element, json } from './dom.js';

/** Shows under the box of a term's page what the detector makes of the text in it, and why. */
function tryHere(form) {
  const output = form.querySelector('output');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const text = form.elements.text.value;
    const { term } = form.dataset;
    const body = JSON.stringify({ text, explain: true, layers: ['formulation', 'policy', 'institution', 'analyst'] });
    try {
      const result = await json('/v1/annotate', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      const lines = [
        ...result.mentions.map((one) => [
          one,
          `${one.term === term ? 'this term' : result.terms[one.term].label}, ${one.rendering}, confidence ${one.confidence}`,
        ]),
        ...result.rejected.filter((one) => one.term === term).map((one) => [one, `turned down: ${one.detail}`]),
      ];
      output.replaceChildren(
        ...(lines.length === 0
          ? ['No form of any entry stands in this text.']
          : [
              element(
                'ul',
                {},
                ...lines.map(([one, what]) => element('li', {}, element('mark', {}, one.text), ` ${what}`)),
              ),
            ]),
      );
    } catch {
      form.submit();
    }
  });
}

document.querySelectorAll('form.try').forEach(tryHere);
