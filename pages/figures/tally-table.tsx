import { i18n } from '#i18n';

interface Tally {
  readonly name: string;
  readonly counted: readonly unknown[];
}

interface TallyTableProps<Row extends Tally> {
  readonly caption: string;
  readonly rows: readonly Row[];
  /** Opens a row down to what it counts. */
  readonly onOpen: (row: Row) => void;
}

/** Names and how many, with a bar behind each count so that the largest is seen before it is read. */
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
                <td>{row.counted.length}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
