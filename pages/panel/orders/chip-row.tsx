import type { Choice } from './orders-view.ts';
import './chip-row.css';

interface ChipRowProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** A choice whose options are all visible. */
export function ChipRow({ label, choices, chosen, onChoose }: ChipRowProps) {
  return (
    <fieldset class="chip-row">
      <legend>{label}</legend>
      {choices.map((choice) => (
        <button
          key={choice.id}
          type="button"
          class="orders-chip"
          aria-pressed={choice.id === chosen}
          onClick={() => onChoose(choice.id)}
        >
          {choice.label}
        </button>
      ))}
    </fieldset>
  );
}
