import type { WorkOrderRoleChoice } from '../frame/server-view.ts';

interface WorkOrderRoleSelectProps {
  readonly id?: string;
  readonly label?: string;
  readonly workOrderRole: string;
  readonly workOrderRoles: readonly WorkOrderRoleChoice[];
  readonly disabled?: boolean;
  readonly onChoose: (workOrderRole: string) => void;
}

/** Whose stages of work orders somebody moves. One that the pack no longer names stays as it is until another is chosen. */
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
