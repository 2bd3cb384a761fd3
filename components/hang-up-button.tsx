import { i18n } from '#i18n';
import type { HangUpGuard } from '../rules/rules-view.ts';
import { secondsLeft } from './format-time.ts';
import { useHeldPress } from './held-press.ts';
import { Icon } from './icon.tsx';
import './hang-up-button.css';

export interface HangUpButtonProps {
  readonly guard: HangUpGuard;
  readonly onHangUp: (forced: boolean) => void;
}

/** One press when nothing is owed; while something is, it says what and asks to be held. */
export function HangUpButton({ guard, onHangUp }: HangUpButtonProps) {
  const held = useHeldPress(() => onHangUp(true));
  if (!guard.guarded) {
    return (
      <button type="button" class="hang-up-button" onClick={() => onHangUp(false)}>
        <Icon name="hang-up" />
        <span>{i18n.t('call.hangUp')}</span>
      </button>
    );
  }
  return (
    <button
      type="button"
      class={`hang-up-button hang-up-button--guarded${held.holding ? ' hang-up-button--holding' : ''}`}
      aria-describedby="hang-up-owed"
      onPointerDown={held.begin}
      onPointerUp={held.cancel}
      onPointerLeave={held.cancel}
      onBlur={held.cancel}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') held.begin();
        if (event.key === 'Escape') held.cancel();
      }}
      onKeyUp={held.cancel}
      onContextMenu={(event) => event.preventDefault()}
    >
      <span>{held.holding ? i18n.t('call.keepHolding') : i18n.t('call.holdToHangUp')}</span>
      <span id="hang-up-owed" class="hang-up-button__owed">
        {owedText(guard)}
      </span>
    </button>
  );
}

function owedText(guard: HangUpGuard & { guarded: true }): string {
  const seconds = secondsLeft(guard.msOwed);
  if (guard.stepsOwed === 0) {
    return guard.callerFirst ? i18n.t('call.callerFirst') : i18n.t('call.owedSeconds', { seconds });
  }
  if (seconds === 0) return i18n.t('call.owedSteps', { steps: guard.stepsOwed });
  return i18n.t('call.owed', { steps: guard.stepsOwed, seconds });
}
