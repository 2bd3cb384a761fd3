import { i18n } from '#i18n';
import type { TallyView } from './figures-view.ts';

interface TallyTableProps {
  readonly caption: string;
  readonly rows: readonly TallyView[];
  /** Opens a row down to what it counts; null where it cannot be opened. */
  readonly onOpen: ((row: TallyView) => void) | null;
}

/** Names and how many, with a bar behind each count so that the largest is seen before it is read. */
export function TallyTable({ caption, rows, onOpen }: TallyTableProps) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <section class="figures__tally">
      <h2>{caption}</h2>
      {rows.length === 0 ? (
        <p>{i18n.t('figures.none')}</p>
      ) : (
        <table>
          <caption class="visually-hidden">{caption}</caption>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row">
                  {onOpen === null ? (
                    row.name
                  ) : (
                    <button type="button" class="figures__open" onClick={() => onOpen(row)}>
                      {row.name}
                    </button>
                  )}
                </th>
                <td>
                  <meter min={0} max={most} value={row.count} aria-hidden="true" />
                </td>
                <td>{row.count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
