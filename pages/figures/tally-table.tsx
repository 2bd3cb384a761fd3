import { i18n } from '#i18n';
import { shareText } from './share-text.ts';

interface Tally {
  readonly name: string;
  readonly counted: readonly unknown[];
  /** Out of how many, for a share. */
  readonly of?: number;
}

interface TallyTableProps<Row extends Tally> {
  readonly caption: string;
  readonly rows: readonly Row[];
  /** Opens the list of what a row counts. */
  readonly onOpen: (row: Row) => void;
}

/** Names and counts. A bar behind each count makes the largest visible at a glance. */
export function TallyTable<Row extends Tally>({ caption, rows, onOpen }: TallyTableProps<Row>) {
  const most = Math.max(1, ...rows.map(({ counted }) => counted.length));
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
                  <button type="button" class="figures__open" onClick={() => onOpen(row)}>
                    {row.name}
                  </button>
                </th>
                <td>
                  <meter min={0} max={most} value={row.counted.length} aria-hidden="true" />
                </td>
                <td>{row.of === undefined ? row.counted.length : shareText(row.counted.length, row.of)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
