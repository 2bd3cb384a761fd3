import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { formatDay } from '../../../components/format-time.ts';
import type { Device, Member } from '../../../contract/api/members/member.ts';
import { reaches, roleSchema } from '../../../contract/api/members/role.ts';
import { CodeCard } from '../frame/code-card.tsx';
import { ErasureForm, RetentionForm } from '../frame/data-forms.tsx';
import type { MembersAction, MembersView } from '../frame/server-view.ts';
import { AskedNote } from '../review/asked-note.tsx';
import { EnrolmentSlips } from './enrolment-slips.tsx';
import { MemberImportPart } from './member-import-part.tsx';
import { NewMemberForm } from './new-member-form.tsx';
import { WorkOrderRoleSelect } from './work-order-role-select.tsx';

interface MembersPageProps {
  readonly view: MembersView;
  readonly now: number;
  readonly act: (action: MembersAction) => void;
}

/** Who belongs to the team, on which devices, and how long what is kept. */
export function MembersPage({ view, now, act }: MembersPageProps) {
  const present = view.members.filter(({ leftAt }) => leftAt === null);
  return (
    <main class="team-page">
      <section aria-labelledby="members-title">
        <h2 id="members-title">{i18n.t('lead.page.members')}</h2>
        <AskedNote asked={view.asked} />
        {view.code !== null && <CodeCard code={view.code} onHide={() => act({ do: 'hide-code' })} />}
        {view.slips.length > 0 && (
          <EnrolmentSlips slips={view.slips} onHide={() => act({ do: 'hide-code' })} />
        )}
        <div class="team-page__scroll">
          <table>
            <thead>
              <tr>
                {(['number', 'name', 'role', 'workOrderRole', 'device', 'does'] as const).map((column) => (
                  <th key={column} scope="col">
                    {i18n.t(`lead.members.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {present.map((member) => (
                <MemberRow key={member.id} member={member} view={view} now={now} act={act} />
              ))}
            </tbody>
          </table>
        </div>
        <NewMemberForm
          role={view.me?.role ?? 'lead'}
          workOrderRoles={view.workOrderRoles}
          onAdd={(member) => act({ do: 'add-member', member })}
        />
        <MemberImportPart
          view={view.imported}
          workOrderRoles={view.workOrderRoles}
          isBusy={view.asked.asked === 'busy'}
          act={act}
        />
        <div>
          <Button disabled={view.accounts === 0} onPress={() => act({ do: 'export-accounts' })}>
            {i18n.t('lead.members.exportAccounts')}
          </Button>
          <p class="field__hint">
            {i18n.t(view.accounts === 0 ? 'lead.members.noAccounts' : 'lead.members.exportAccountsHint')}
          </p>
        </div>
      </section>
      <RetentionForm
        key={String(view.retentionDays)}
        days={view.retentionDays}
        onKeep={(days) => act({ do: 'keep-for', days })}
      />
      <ErasureForm erased={view.erased} onErase={(number) => act({ do: 'erase-number', number })} />
    </main>
  );
}

function MemberRow({ member, view, now, act }: MembersPageProps & { readonly member: Member }) {
  const devices = view.devices.filter((one) => one.member === member.id && one.revokedAt === null);
  const { me } = view;
  const reached = me !== null && reaches(me.role, member.role);
  const isMe = me?.id === member.id;
  const change = (more: Parameters<typeof act>[0] & { do: 'change-member' }) => act(more);
  return (
    <tr>
      <th scope="row">{member.number}</th>
      <td class="team-page__name">{member.name}</td>
      <td>
        <select
          aria-label={i18n.t('lead.members.roleOf', { name: member.name })}
          value={member.role}
          disabled={!reached || isMe}
          onChange={({ currentTarget }) => {
            const role = roleSchema.options.find((one) => one === currentTarget.value);
            if (role !== undefined) change({ do: 'change-member', member: member.id, change: { role } });
          }}
        >
          {roleSchema.options
            .filter((role) => role === member.role || (me !== null && reaches(me.role, role)))
            .map((role) => (
              <option key={role} value={role}>
                {i18n.t(`lead.role.${role}`)}
              </option>
            ))}
        </select>
      </td>
      <td>
        <WorkOrderRoleSelect
          label={i18n.t('lead.members.workOrderRoleOf', { name: member.name })}
          workOrderRole={member.workOrderRole}
          workOrderRoles={view.workOrderRoles}
          disabled={!reached}
          onChoose={(workOrderRole) =>
            change({ do: 'change-member', member: member.id, change: { workOrderRole } })
          }
        />
      </td>
      <td>
        <ul>
          {devices.map((device) => (
            <DeviceLine
              key={device.id}
              device={device}
              owner={member.name}
              now={now}
              act={reached ? act : null}
            />
          ))}
        </ul>
      </td>
      <td>
        {reached && (
          <Button variant="bare" onPress={() => act({ do: 'make-code', member: member.id })}>
            {i18n.t('lead.members.makeCode')}
          </Button>
        )}
        {reached && !isMe && (
          <ConfirmButton
            variant="bare"
            question={i18n.t('lead.members.leavesSure', { name: member.name })}
            onSure={() => change({ do: 'change-member', member: member.id, change: { left: true } })}
          >
            {i18n.t('lead.members.leaves')}
          </ConfirmButton>
        )}
      </td>
    </tr>
  );
}

interface DeviceLineProps {
  readonly device: Device;
  readonly owner: string;
  readonly now: number;
  /** Null for a device that is not this member's to revoke. */
  readonly act: ((action: MembersAction) => void) | null;
}

function DeviceLine({ device, owner, now, act }: DeviceLineProps) {
  const used =
    device.lastUsedAt === null
      ? i18n.t('lead.members.neverUsed')
      : i18n.t('lead.members.lastUsed', { day: formatDay(device.lastUsedAt, now) });
  return (
    <li>
      {device.label} · {used}{' '}
      {act !== null && (
        <ConfirmButton
          variant="bare"
          question={i18n.t('lead.members.revokeSure', { name: owner, device: device.label })}
          onSure={() => act({ do: 'revoke-device', device: device.id })}
        >
          {i18n.t('lead.members.revoke')}
        </ConfirmButton>
      )}
    </li>
  );
}
