import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { machineTime } from '../../../components/format-time.ts';
import { recordTime } from '../../../components/records/record-time.ts';
import { type AuditEntry, auditGroupSchema } from '../../../contract/api/audit.ts';
import { hashOf } from '../frame/lead-link.ts';
import type { AuditAction, AuditView } from './audit-view.ts';
import { actionWords, detailWords, whoWords } from './audit-words.ts';
import '../review/review.css';
import { MoreButton } from '../review/more-button.tsx';
import '../frame/team-page.css';

interface AuditPageProps {
  readonly view: AuditView;
  readonly act: (action: AuditAction) => void;
}

/**
 * The audit log: who exported, viewed full numbers, published or revoked. It has counts and ids,
 * but no data of callers.
 */
export function AuditPage({ view, act }: AuditPageProps) {
  const id = useId();
  const { group, entries, more, busy, exported } = view;
  return (
    <main class="team-page">
      <section aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`}>{i18n.t('lead.page.audit')}</h2>
        <div class="lead-row">
          <div class="lead-field">
            <label for={`${id}-group`}>{i18n.t('lead.audit.group')}</label>
            <select
              id={`${id}-group`}
              name="group"
              value={group ?? ''}
              onChange={({ currentTarget: { value } }) =>
                act({ do: 'narrow', group: auditGroupSchema.options.find((one) => one === value) ?? null })
              }
            >
              <option value="">{i18n.t('lead.review.any')}</option>
              {auditGroupSchema.options.map((one) => (
                <option key={one} value={one}>
                  {i18n.t(`lead.audit.groups.${one}`)}
                </option>
              ))}
            </select>
          </div>
          <Button disabled={busy || entries.length === 0} onPress={() => act({ do: 'export' })}>
            {i18n.t('lead.audit.export')}
          </Button>
        </div>
        <p role="status" class="review__found">
          {busy ? i18n.t('lead.asked.busy') : entries.length === 0 ? i18n.t('lead.audit.none') : ''}
          {exported !== null && i18n.t('lead.exported', { file: exported })}
        </p>
        <div class="team-page__scroll">
          <table class="review__rows">
            <thead>
              <tr>
                {(['time', 'who', 'what', 'detail'] as const).map((column) => (
                  <th key={column} scope="col">
                    {i18n.t(`lead.audit.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <Row key={entry.id} entry={entry} members={view.members} />
              ))}
            </tbody>
          </table>
        </div>
        <MoreButton more={more} busy={busy} onMore={() => act({ do: 'more' })} />
      </section>
    </main>
  );
}

function Row({ entry, members }: { readonly entry: AuditEntry; readonly members: AuditView['members'] }) {
  const { note } = entry.detail;
  return (
    <tr>
      <th scope="row">
        <time dateTime={machineTime(entry.at)}>{recordTime(entry.at)}</time>
      </th>
      <td class="review__brief">{whoWords(entry.member, members)}</td>
      <td class="review__brief">{actionWords(entry.action)}</td>
      <td>
        {detailWords(entry, members)}
        {typeof note === 'string' && (
          <a href={hashOf({ page: 'review', note })}>{i18n.t('lead.audit.openNote')}</a>
        )}
      </td>
    </tr>
  );
}
