import { i18n } from '#i18n';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { dayAndTime, formatDay } from '../../../components/format-time.ts';
import type { PlainKey } from '../../../contract/words.ts';
import type { PublishAction, PublishView, ReleaseRow } from '../frame/server-view.ts';

interface ReleaseTableProps {
  readonly view: PublishView;
  readonly onAct: (action: PublishAction) => void;
}

/**
 * All releases, newest first, with what became of them and the agents who have them now. Confirmed
 * presses roll back to an earlier one, or withdraw one that is tried or has not started.
 */
export function ReleaseTable({ view, onAct }: ReleaseTableProps) {
  const { history, now } = view;
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title">{i18n.t('lead.publish.history')}</h2>
      <div class="team-page__scroll">
        <table>
          <thead>
            <tr>
              {(['version', 'issued', 'by', 'message', 'audience', 'fate', 'reached', 'back'] as const).map(
                (column) => (
                  <th key={column} scope="col">
                    {i18n.t(`lead.publish.column.${column}`)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {history.map((row) => (
              <tr key={row.sequence}>
                <th scope="row">
                  {row.version} <small>#{row.sequence}</small>
                </th>
                <td>{timeWords(row, now)}</td>
                <td>{row.by}</td>
                <td>{row.message}</td>
                <td>{row.group === null ? i18n.t('lead.publish.everybody') : row.group.join(' ')}</td>
                <td>{i18n.t(FATES[row.fate])}</td>
                <td>{reachedWords(row)}</td>
                <td>
                  {row.fate === 'replaced' && (
                    <ConfirmButton
                      disabled={view.asked.asked === 'busy'}
                      question={i18n.t('lead.publish.rollBackSure', { version: row.version })}
                      onSure={() => onAct({ do: 'roll-back', sequence: row.sequence })}
                    >
                      {i18n.t('lead.publish.rollBack')}
                    </ConfirmButton>
                  )}
                  {(row.fate === 'canary' || row.fate === 'scheduled') && (
                    <ConfirmButton
                      disabled={view.asked.asked === 'busy'}
                      question={i18n.t('lead.publish.withdrawSure', { version: row.version })}
                      onSure={() => onAct({ do: 'withdraw', sequence: row.sequence })}
                    >
                      {i18n.t('lead.publish.withdraw')}
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
    ...{ issued, time: dayAndTime(startsAt, now) },
  });
}

function reachedWords({ users, readers, waiting, refused }: ReleaseRow): string {
  const words = i18n.t('lead.publish.reached', {
    ...{ inUse: users.length, read: readers.length, waiting: waiting.length },
  });
  return refused === 0 ? words : `${words} ${i18n.t('lead.publish.refused', { count: refused })}`;
}

const FATES = {
  'in-use': 'lead.publish.fate.inUse',
  canary: 'lead.publish.fate.canary',
  scheduled: 'lead.publish.fate.scheduled',
  overtaken: 'lead.publish.fate.overtaken',
  replaced: 'lead.publish.fate.replaced',
} as const satisfies Readonly<Record<ReleaseRow['fate'], PlainKey>>;
