import { i18n } from '#i18n';
import type { BarSeries } from './bar-chart.tsx';

interface FigureTableProps {
  readonly caption: string;
  readonly bucketName: string;
  readonly buckets: readonly string[];
  readonly series: readonly BarSeries[];
}

/** A chart as a table; rows without numbers are left out. */
export function FigureTable({ caption, bucketName, buckets, series }: FigureTableProps) {
  const rows = buckets.flatMap((bucket, at) => {
    const values = series.map(({ values }) => values[at] ?? 0);
    return values.some((value) => value > 0) ? [{ bucket, values }] : [];
  });
  return (
    <details class="figures__numbers">
      <summary>{i18n.t('figures.numbers')}</summary>
      {rows.length === 0 ? (
        <p>{i18n.t('figures.none')}</p>
      ) : (
        <table>
          <caption class="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{bucketName}</th>
              {series.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ bucket, values }) => (
              <tr key={bucket}>
                <th scope="row">{bucket}</th>
                {values.map((value, at) => (
                  <td key={series[at]?.name}>{value}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
