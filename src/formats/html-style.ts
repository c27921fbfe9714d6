/** The style sheet of the standalone page. Subjects differ by underline and colour; each mark also carries its term's number. */
import { SUBJECT_IDS, type Subject } from '../lexicon/subjects.ts';

const UNDERLINES = ['solid', 'double', 'dashed', 'dotted', 'wavy'];

const BASE = `
:root { background: #fff; color: #1a1a1a; color-scheme: light dark; --line: #8886; --note: #fff3d6; --soft: #5b5b5b; }
@media (prefers-color-scheme: dark) { :root { background: #161616; color: #eee; --note: #3a2f12; --soft: #b5b5b5; } }
body { font: 1rem/1.6 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; margin: 0 auto;
  max-width: 72rem; padding: 1rem 1.25rem 4rem; }
h1 { font-size: 1.5rem; margin: .5rem 0; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
.columns h2 { margin-block-start: 0; }
h3 { font-size: 1.05rem; margin: 0; }
p, dl, ul { margin: .35rem 0; }
.soft, dt { color: var(--soft); font-size: .9rem; }
.columns { align-items: start; display: grid; margin-block-start: 1.5rem; gap: 2.5rem; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); }
@media (max-width: 60rem) { .columns { display: block; } }
.text { overflow-wrap: anywhere; white-space: pre-wrap; }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; list-style: none; padding: 0; }
mark { background: none; color: inherit; }
mark a { color: inherit; text-decoration: none; }
mark a, .swatch { background: oklch(.94 .05 var(--hue)); padding-block: .1em; text-decoration: underline oklch(.5 .16 var(--hue));
  text-decoration-style: var(--underline); text-decoration-thickness: 2px; text-underline-offset: .2em; }
mark sup { font-size: .65em; padding-inline-start: .1em; user-select: none; }
mark a:focus-visible, a:focus-visible { outline: 2px solid currentColor; }
:target { outline: 2px solid oklch(.6 .16 var(--hue, 250)); outline-offset: 3px; }
.term { border-top: 1px solid var(--line); padding: .8rem 0; }
.reading { border-inline-start: 3px solid var(--line); margin: .6rem 0; padding-inline-start: .8rem; }
.differs { background: var(--note); padding: .3rem .6rem; }
dd { margin: 0 0 .4rem; }
table { border-collapse: collapse; } th, td { border-bottom: 1px solid var(--line); padding: .2rem .8rem .2rem 0; text-align: start; }
@media (prefers-color-scheme: dark) { mark a, .swatch { background: oklch(.32 .06 var(--hue)); text-decoration-color: oklch(.75 .13 var(--hue)); } }
@media print { .columns { display: block; } body { max-width: none; } .term { break-inside: avoid; } }
`;

/** The whole style sheet, for the subjects that a page has. It holds no `<` and is safe inside a style element. */
export function styleSheet(subjects: readonly Subject[]): string {
  const rules = subjects.map((subject) => {
    const place = SUBJECT_IDS.indexOf(subject);
    const hue = Math.round((place * 360 * 5) / SUBJECT_IDS.length) % 360;
    return `.s-${subject} { --hue: ${hue}; --underline: ${UNDERLINES[place % UNDERLINES.length]}; }`;
  });
  return `${BASE}${rules.join('\n')}\n`;
}
