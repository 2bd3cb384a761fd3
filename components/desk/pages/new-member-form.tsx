import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { usualDuty } from '../../../contract/members/duty.ts';
import type { NewMember } from '../../../contract/members/member.ts';
import { type Role, reaches, roleSchema } from '../../../contract/members/role.ts';
import type { DutyChoice } from '../server-view.ts';
import { DutySelect } from './duty-select.tsx';

const BLANK: NewMember = { number: '', name: '', role: 'agent' };

interface NewMemberFormProps {
  /** Of whoever adds. */
  readonly role: Role;
  readonly duties: readonly DutyChoice[];
  readonly onAdd: (member: NewMember) => void;
}

/** Somebody new: number, name, role, duty. The code is made afterwards. */
export function NewMemberForm({ role, duties, onAdd }: NewMemberFormProps) {
  const id = useId();
  const roles = roleSchema.options.filter((one) => reaches(role, one));
  const [member, setMember] = useState(BLANK);
  const text = (name: 'number' | 'name', label: string) => (
    <div class="desk-field">
      <label for={`${id}-${name}`}>{label}</label>
      <input
        id={`${id}-${name}`}
        autocomplete="off"
        required
        value={member[name]}
        onInput={({ currentTarget }) => setMember({ ...member, [name]: currentTarget.value })}
      />
    </div>
  );
  return (
    <form
      class="desk-row"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd(member);
        setMember(BLANK);
      }}
    >
      {text('number', i18n.t('desk.members.number'))}
      {text('name', i18n.t('desk.members.name'))}
      <div class="desk-field">
        <label for={`${id}-role`}>{i18n.t('desk.members.role')}</label>
        <select
          id={`${id}-role`}
          value={member.role}
          onChange={({ currentTarget }) => {
            const role = roles.find((one) => one === currentTarget.value);
            if (role !== undefined) setMember({ ...member, role, duty: usualDuty(role) });
          }}
        >
          {roles.map((role) => (
            <option key={role} value={role}>
              {i18n.t(`desk.role.${role}`)}
            </option>
          ))}
        </select>
      </div>
      <div class="desk-field">
        <label for={`${id}-duty`}>{i18n.t('desk.members.duty')}</label>
        <DutySelect
          id={`${id}-duty`}
          duty={member.duty ?? usualDuty(member.role)}
          duties={duties}
          onChoose={(duty) => setMember({ ...member, duty })}
        />
      </div>
      <button type="submit" class="button button--main">
        {i18n.t('desk.members.add')}
      </button>
    </form>
  );
}
