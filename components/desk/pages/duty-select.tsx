import type { DutyChoice } from '../server-view.ts';

interface DutySelectProps {
  readonly id?: string;
  readonly label?: string;
  readonly duty: string;
  readonly duties: readonly DutyChoice[];
  readonly disabled?: boolean;
  readonly onChoose: (duty: string) => void;
}

/** Whose stages of work orders somebody moves. One that the pack no longer names stays as it is until another is chosen. */
export function DutySelect({ id, label, duty, duties, disabled, onChoose }: DutySelectProps) {
  const known = duties.some((one) => one.id === duty) ? duties : [{ id: duty, label: duty }, ...duties];
  return (
    <select
      id={id}
      aria-label={label}
      value={duty}
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
