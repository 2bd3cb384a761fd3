import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { plainDigits } from '../../../calls/numbers/plain-digits.ts';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { LONGEST_AGENT_NUMBER, LONGEST_NAME, type NewMember } from '../../../contract/api/members/member.ts';
import { type Role, reaches, roleSchema } from '../../../contract/api/members/role.ts';
import { usualWorkOrderRole } from '../../../contract/api/members/work-order-role.ts';
import type { WorkOrderRoleChoice } from '../frame/server-view.ts';
import { WorkOrderRoleSelect } from './work-order-role-select.tsx';

const BLANK: NewMember = { number: '', name: '', role: 'agent' };

interface NewMemberFormProps {
  /** Of the member who adds. */
  readonly role: Role;
  readonly workOrderRoles: readonly WorkOrderRoleChoice[];
  readonly onAdd: (member: NewMember) => void;
}

/** Somebody new: number, name, role, work-order role. The code is made afterwards. */
export function NewMemberForm({ role, workOrderRoles, onAdd }: NewMemberFormProps) {
  const id = useId();
  const roles = roleSchema.options.filter((one) => reaches(role, one));
  const [member, setMember] = useState(BLANK);
  const text = (name: 'number' | 'name', label: string) => (
    <div class="lead-field">
      <label for={`${id}-${name}`}>{label}</label>
      <input
        {...CUSTOMER_TEXT}
        id={`${id}-${name}`}
        required
        maxLength={name === 'number' ? LONGEST_AGENT_NUMBER : LONGEST_NAME}
        value={member[name]}
        onInput={({ currentTarget }) => setMember({ ...member, [name]: currentTarget.value })}
      />
    </div>
  );
  return (
    <form
      class="lead-row"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd({ ...member, number: plainDigits(member.number) });
        setMember(BLANK);
      }}
    >
      {text('number', i18n.t('lead.members.number'))}
      {text('name', i18n.t('lead.members.name'))}
      <div class="lead-field">
        <label for={`${id}-role`}>{i18n.t('lead.members.role')}</label>
        <select
          id={`${id}-role`}
          value={member.role}
          onChange={({ currentTarget }) => {
            const role = roles.find((one) => one === currentTarget.value);
            if (role !== undefined) setMember({ ...member, role, workOrderRole: usualWorkOrderRole(role) });
          }}
        >
          {roles.map((role) => (
            <option key={role} value={role}>
              {i18n.t(`lead.role.${role}`)}
            </option>
          ))}
        </select>
      </div>
      <div class="lead-field">
        <label for={`${id}-work-order-role`}>{i18n.t('lead.members.workOrderRole')}</label>
        <WorkOrderRoleSelect
          id={`${id}-work-order-role`}
          workOrderRole={member.workOrderRole ?? usualWorkOrderRole(member.role)}
          workOrderRoles={workOrderRoles}
          onChoose={(workOrderRole) => setMember({ ...member, workOrderRole })}
        />
      </div>
      <button type="submit" class="button button--main">
        {i18n.t('lead.members.add')}
      </button>
    </form>
  );
}
