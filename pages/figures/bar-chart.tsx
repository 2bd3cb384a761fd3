import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import './bar-chart.css';

export interface BarSeries {
  readonly name: string;
  /** A colour token, `--ready`. */
  readonly colour: string;
  readonly values: readonly number[];
}

interface BarChartProps {
  /** Short names below the bars. */
  readonly buckets: readonly string[];
  /** Stacked, the first at the bottom. */
  readonly series: readonly BarSeries[];
}

const HEIGHT = 180;
/** The width of a label below the bars, px. */
const WORD = 44;

/** Stacked bars. FigureTable shows the same numbers for readers who cannot see the chart. */
export function BarChart({ buckets, series }: BarChartProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = place.current;
    if (root === null) return;
    let chart: uPlot | null = null;
    const draw = () => {
      chart?.destroy();
      chart = new uPlot(options(root, buckets, series), stacked(series), root);
    };
    // This draws the chart for the first time too: an observer reports the size at once.
    const sizes = new ResizeObserver(draw);
    sizes.observe(root);
    const theme = matchMedia('(prefers-color-scheme: dark)');
    theme.addEventListener('change', draw);
    return () => {
      sizes.disconnect();
      theme.removeEventListener('change', draw);
      chart?.destroy();
    };
  }, [buckets, series]);
  return (
    <div class="bar-chart">
      <ul class="bar-chart__legend" aria-hidden="true">
        {series.map(({ name, colour }) => (
          <li key={name}>
            <span style={{ background: `var(${colour})` }} />
            {name}
          </li>
        ))}
      </ul>
      <div ref={place} class="bar-chart__canvas" aria-hidden="true" />
    </div>
  );
}

function options(root: HTMLElement, buckets: readonly string[], series: readonly BarSeries[]): uPlot.Options {
  const token = (name: string) => getComputedStyle(root).getPropertyValue(name).trim();
  const font = `12px ${token('--font')}`;
  const axis = { stroke: token('--ink-dim'), font, ticks: { show: false } };
  const every = Math.ceil((buckets.length * WORD) / Math.max(WORD, root.clientWidth - WORD));
  return {
    width: root.clientWidth,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: [-0.6, buckets.length - 0.4] },
      y: { range: (_, __, most) => [0, Math.max(1, most)] },
    },
    axes: [
      {
        ...axis,
        grid: { show: false },
        splits: () => buckets.flatMap((_, at) => (at % every === 0 ? [at] : [])),
        values: (_, splits) => splits.map((at) => buckets[at] ?? ''),
      },
      {
        ...axis,
        size: 36,
        grid: { stroke: token('--line'), width: 1 },
        incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000],
      },
    ],
    series: [
      {},
      // Drawn from the tallest sum down, so that each series shows only its own share.
      ...series.toReversed().map(({ name, colour }) => ({
        label: name,
        fill: token(colour),
        width: 0,
        points: { show: false },
        paths: uPlot.paths.bars?.({ size: [0.7, 36] }) ?? (() => null),
      })),
    ],
  };
}

/** uPlot draws values as they are, so each series becomes the sum of itself and those below it. */
function stacked(series: readonly BarSeries[]): uPlot.AlignedData {
  const length = series[0]?.values.length ?? 0;
  const sums = series.map((_, top) =>
    Array.from({ length }, (__, at) =>
      series.slice(0, top + 1).reduce((sum, { values }) => sum + (values[at] ?? 0), 0),
    ),
  );
  return [Array.from({ length }, (_, at) => at), ...sums.toReversed()];
}
