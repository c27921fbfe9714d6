/** A discovery as the draft of an entry file, for a curator to complete: what was found is filled in, what must be looked up is left open. */
import type { CollectedDiscovery } from './collection.ts';

const quote = (text: string) => JSON.stringify(text);

/** A file name for a wording: its English words, or the ideographs' code points where it has none. */
export function draftId({ text }: CollectedDiscovery): string {
  const words = text.toLowerCase().match(/[a-z0-9]+/g);
  if (words !== null) return words.slice(0, 6).join('-');
  return [...text.matchAll(/\p{Script=Han}/gu)].map(([han]) => (han.codePointAt(0) ?? 0).toString(16)).join('-');
}

/** Stands where the curator has to write: the check does not pass before it is gone. */
const UNWRITTEN = 'TODO';

/** The draft as YAML. It is no valid entry before its TODOs are done: `tifa lexicon check` names them. */
export function draftEntry(discovery: CollectedDiscovery): string {
  const { text, language, kind, documents, occurrences, keyness, items, contexts } = discovery;
  const isChinese = language === 'zh';
  const lines = [
    `# Draft of a ${kind} wording: in ${documents} documents, ${occurrences} times, keyness ${keyness}. Complete it or throw it away.`,
    ...contexts.map(({ document, line, text: around }) => `# ${document}:${line}: ${around}`),
    `id: ${draftId(discovery)}`,
    'layer: formulation',
    `label: ${isChinese ? UNWRITTEN : quote(text)}`,
    `zh: { hans: ${isChinese ? quote(text) : UNWRITTEN}, hant: ${UNWRITTEN}, pinyin: ${UNWRITTEN}, status: ${isChinese ? 'attested' : 'inferred'} }`,
    `gloss: ${UNWRITTEN}`,
    `literal: ${UNWRITTEN}`,
    `definition: { text: ${UNWRITTEN}, sources: [] }`,
    'origin: { who: uncertain, where: uncertain, when: uncertain, sources: [] }',
    ...(items === undefined ? [] : ['members:', ...items.map((item) => `  - { text: ${quote(item)} }`)]),
    'forms:',
    `  en: [${isChinese ? '' : ` { text: ${quote(text.toLowerCase())}, status: attested } `}]`,
    `  zh: [${isChinese ? ` ${quote(text)} ` : ''}]`,
    'distinctive: false',
    'cues: []',
    'unless: []',
    'related: []',
    'examples:',
    '  match:',
    ...contexts.slice(0, 2).map(({ text: around }) => `    - ${quote(around.replace(text, `[[${text}]]`))}`),
    '  noMatch: []',
  ];
  return `${lines.join('\n')}\n`;
}
