/** The style sheet of a batch's report. */
import { Html } from './html-template.ts';
import { CHART_STYLE } from './svg-charts.ts';

export const REPORT_STYLE = new Html(`
:root { background: #fff; color: #1a1a1a; color-scheme: light dark; --line: #8886; --soft: #5b5b5b; --bar: #b3261e; }
@media (prefers-color-scheme: dark) { :root { background: #161616; color: #eee; --soft: #b5b5b5; --bar: #f2867c; } }
body { font: 1rem/1.5 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; margin: 0 auto;
  max-width: 60rem; padding: 1rem 1.25rem 4rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; }
.soft { color: var(--soft); font-size: .9rem; }
.facts { display: flex; flex-wrap: wrap; gap: .5rem 2rem; list-style: none; padding: 0; }
.facts b { display: block; font-size: 1.6rem; font-variant-numeric: tabular-nums; line-height: 1.2; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; margin: .5rem 0; }
th, td { border-bottom: 1px solid var(--line); overflow-wrap: anywhere; padding: .25rem 1rem .25rem 0; text-align: start; vertical-align: top; }
th { font-size: .9rem; } .number { font-variant-numeric: tabular-nums; text-align: end; white-space: nowrap; }
summary { cursor: pointer; margin: .5rem 0; }
@media print { body { max-width: none; } svg, tr { break-inside: avoid; } }
${CHART_STYLE.text}`);
