import type { WorkOrderRoleChoice } from '../frame/server-view.ts';

interface WorkOrderRoleSelectProps {
  readonly id?: string;
  readonly label?: string;
  readonly workOrderRole: string;
  readonly workOrderRoles: readonly WorkOrderRoleChoice[];
  readonly disabled?: boolean;
  readonly onChoose: (workOrderRole: string) => void;
}

/**
 * The work order role of a member. A role that the pack no longer has stays selected until another
 * is chosen.
 */
export function WorkOrderRoleSelect({
  id,
  label,
  workOrderRole,
  workOrderRoles,
  disabled,
  onChoose,
}: WorkOrderRoleSelectProps) {
  const known = workOrderRoles.some((one) => one.id === workOrderRole)
    ? workOrderRoles
    : [{ id: workOrderRole, label: workOrderRole }, ...workOrderRoles];
  return (
    <select
      id={id}
      aria-label={label}
      value={workOrderRole}
      disabled={disabled}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
    >
      {known.map((one) => (
        <option key={one.id} value={one.id}>
          {one.label}
        </option>
      ))}
    </select>
  );
}
