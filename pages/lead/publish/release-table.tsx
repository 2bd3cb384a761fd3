import { i18n } from '#i18n';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { formatClock, formatDay } from '../../../components/format-time.ts';
import type { PublishView, ReleaseRow } from '../frame/server-view.ts';

interface ReleaseTableProps {
  readonly view: PublishView;
  readonly onRollBack: (sequence: number) => void;
}

/**
 * All releases, newest first, with their rollout. A confirmed press rolls back to an earlier one.
 */
export function ReleaseTable({ view, onRollBack }: ReleaseTableProps) {
  const { history, now } = view;
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title">{i18n.t('lead.publish.history')}</h2>
      <div class="team-page__scroll">
        <table>
          <thead>
            <tr>
              {(['version', 'issued', 'by', 'message', 'audience', 'reached', 'back'] as const).map(
                (column) => (
                  <th key={column} scope="col">
                    {i18n.t(`lead.publish.column.${column}`)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {history.map((row, n) => (
              <tr key={row.sequence}>
                <th scope="row">
                  {row.version} <small>#{row.sequence}</small>
                </th>
                <td>{timeWords(row, now)}</td>
                <td>{row.by}</td>
                <td>{row.message}</td>
                <td>{row.group === null ? i18n.t('lead.publish.everybody') : row.group.join(' ')}</td>
                <td>{reachedWords(row)}</td>
                <td>
                  {n > 0 && (
                    <ConfirmButton
                      disabled={view.asked.asked === 'busy'}
                      question={i18n.t('lead.publish.rollBackSure', { version: row.version })}
                      onSure={() => onRollBack(row.sequence)}
                    >
                      {i18n.t('lead.publish.rollBack')}
                    </ConfirmButton>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function timeWords({ issuedAt, startsAt }: ReleaseRow, now: number): string {
  const issued = formatDay(issuedAt, now);
  if (startsAt === null || startsAt <= now) return issued;
  return i18n.t('lead.publish.starts', {
    issued,
    day: formatDay(startsAt, now),
    time: formatClock(startsAt),
  });
}

function reachedWords({ receipts }: ReleaseRow): string {
  const count = (status: 'in-use' | 'waiting' | 'refused') =>
    receipts.filter(({ receipt }) => receipt.status === status).length;
  const read = receipts.filter(
    ({ receipt }) => receipt.status === 'in-use' && receipt.readAt !== null,
  ).length;
  const refused = count('refused');
  const words = i18n.t('lead.publish.reached', { inUse: count('in-use'), read, waiting: count('waiting') });
  return refused === 0 ? words : `${words} ${i18n.t('lead.publish.refused', { count: refused })}`;
}
