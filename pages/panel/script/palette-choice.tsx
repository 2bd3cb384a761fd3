import { i18n } from '#i18n';
import type { ScriptChoice } from './script-view.ts';

interface PaletteChoiceProps {
  readonly choice: ScriptChoice;
  readonly index: number;
  readonly current: boolean;
  readonly onPick: (situation: string) => void;
  /** Selects it without picking it (right mouse button), for the pin below the list. */
  readonly onPoint: () => void;
}

export const paletteOptionId = (index: number) => `script-choice-${index}`;

/** One script in the palette's list. The field above keeps the focus. */
export function PaletteChoice({ choice, index, current, onPick, onPoint }: PaletteChoiceProps) {
  return (
    <div
      id={paletteOptionId(index)}
      class={`script-palette__choice${current ? ' script-palette__choice--current' : ''}`}
      role="option"
      tabIndex={-1}
      aria-selected={current}
      onMouseDown={(event) => {
        event.preventDefault();
        if (event.button === 0) onPick(choice.situation);
        else onPoint();
      }}
      onContextMenu={(event) => event.preventDefault()}
    >
      <strong>{choice.title}</strong>
      {choice.pin !== null && <kbd title={i18n.t('palette.pin', { pin: choice.pin })}>{choice.pin}</kbd>}
      <span class="script-palette__excerpt">{choice.excerpt}</span>
    </div>
  );
}
