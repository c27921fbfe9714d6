/** Charts as inline SVG: no script, legible in print and in the dark, each with its numbers in it. */
import { Html, html } from './html-template.ts';

export interface Bar {
  label: string;
  value: number;
  /** As it is printed; by default the value. */
  text?: string;
  /** More to say when one points at it. */
  title?: string;
}

const ROW = 26;
const LABEL_WIDTH = 250;
const BAR_WIDTH = 400;

const cut = (label: string, most: number) => (label.length > most ? `${label.slice(0, most - 1)}…` : label);

/** Horizontal bars, each with its label and its number. */
export function barChart(title: string, bars: readonly Bar[]): Html {
  const most = Math.max(...bars.map(({ value }) => value), 0) || 1;
  const height = bars.length * ROW + 4;
  const rows = bars.map(({ label, value, text, title: more }, i) => {
    const width = Math.max(1, (value / most) * BAR_WIDTH);
    const y = i * ROW + 4;
    return html`<g><title>${more ?? label}</title><text x="${LABEL_WIDTH - 8}" y="${y + 14}" text-anchor="end">${cut(label, 38)}</text><rect x="${LABEL_WIDTH}" y="${y}" width="${width.toFixed(1)}" height="${ROW - 7}" rx="2"/><text class="number" x="${(LABEL_WIDTH + width + 6).toFixed(1)}" y="${y + 14}">${text ?? value.toLocaleString('en')}</text></g>`;
  });
  return html`<svg class="bars" role="img" aria-label="${title}" viewBox="0 0 ${LABEL_WIDTH + BAR_WIDTH + 90} ${height}">${rows}</svg>`;
}

const CHART_WIDTH = 700;
const CHART_HEIGHT = 180;
const LEFT = 44;
const BOTTOM = 24;

/** A value of a round size at or above another. */
function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 2.5, 5, 10].map((step) => step * power).find((step) => step >= value) ?? value;
}

/** Columns over time; times without a value are gaps, not zeros. */
export function columnChart(title: string, columns: readonly Bar[]): Html {
  const top = roundUp(Math.max(...columns.map(({ value }) => value), 0));
  const step = (CHART_WIDTH - LEFT) / Math.max(columns.length, 6);
  const yOf = (value: number) => CHART_HEIGHT - (value / top) * (CHART_HEIGHT - 14);
  const every = Math.ceil(columns.length / 12);
  const lines = [0, 0.5, 1].map(
    (share) =>
      html`<line x1="${LEFT}" x2="${CHART_WIDTH}" y1="${yOf(top * share).toFixed(1)}" y2="${yOf(top * share).toFixed(1)}"/><text class="number" x="${LEFT - 6}" y="${(yOf(top * share) + 4).toFixed(1)}" text-anchor="end">${Number((top * share).toPrecision(3)).toLocaleString('en')}</text>`,
  );
  const bars = columns.map(({ label, value, title: more }, i) => {
    const x = LEFT + i * step;
    const name =
      i % every === 0
        ? html`<text class="number" x="${(x + step / 2).toFixed(1)}" y="${CHART_HEIGHT + 16}" text-anchor="middle">${label}</text>`
        : undefined;
    return html`<g><title>${more ?? `${label}: ${value}`}</title><rect x="${(x + step * 0.15).toFixed(1)}" y="${yOf(value).toFixed(1)}" width="${(step * 0.7).toFixed(1)}" height="${(CHART_HEIGHT - yOf(value)).toFixed(1)}"/>${name}</g>`;
  });
  return html`<svg class="columns" role="img" aria-label="${title}" viewBox="0 0 ${CHART_WIDTH} ${CHART_HEIGHT + BOTTOM}">${lines}${bars}</svg>`;
}

/** Styles of the charts; colours come from the page. */
export const CHART_STYLE = new Html(`
svg { display: block; font-size: 13px; max-width: 46rem; width: 100%; }
svg text { fill: currentColor; } svg .number { fill: var(--soft); font-variant-numeric: tabular-nums; }
svg rect { fill: var(--bar); } svg line { stroke: var(--line); }
`);
