/** Where in a text its mentions stand, drawn on the server: it prints, and needs no script. */
import type { AnnotateResult } from '../../src/annotate/result.ts';
import { count } from '../../src/formats/wording.ts';

/** Bars of the strip. */
const BARS = 100;
const HEIGHT = 30;

/** Mentions in each hundredth of the text. */
function countByPlace({ mentions, document }: AnnotateResult): number[] {
  const bars = new Array<number>(BARS).fill(0);
  for (const { start } of mentions) {
    const bar = Math.min(BARS - 1, Math.floor((start * BARS) / Math.max(1, document.characters)));
    bars[bar] = (bars[bar] ?? 0) + 1;
  }
  return bars;
}

export function DensityStrip({ result }: { result: AnnotateResult }) {
  const bars = countByPlace(result);
  const highest = Math.max(...bars);
  const quarters = [0, 25, 50, 75].map((from) => bars.slice(from, from + 25).reduce((sum, bar) => sum + bar, 0));
  const path = bars
    .map((bar, i) => (bar === 0 ? '' : `M${i} ${HEIGHT}v${-Math.round((bar * HEIGHT) / highest)}h.8V${HEIGHT}z`))
    .join('');
  return (
    <figure class="density">
      <svg viewBox={`0 0 ${BARS} ${HEIGHT}`} preserveAspectRatio="none" role="img">
        <title>Density of mentions</title>
        <path d={path} />
      </svg>
      <figcaption>
        Where the mentions stand, from the beginning to the end of the text: {quarters.join(', ')} in its quarters; the
        highest bar is {count(highest, 'mention')} in a hundredth.
      </figcaption>
    </figure>
  );
}
