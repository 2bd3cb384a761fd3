import { i18n } from '#i18n';
import { secondsLeft } from '../../../components/format-time.ts';
import { Icon } from '../../../components/icon.tsx';
import type { HangUpGuard } from '../../../rules/call/rules-view.ts';
import { useHeldPress } from './held-press.ts';
import './hang-up-button.css';

export interface HangUpButtonProps {
  readonly guard: HangUpGuard;
  readonly onHangUp: (forced: boolean) => void;
}

/** One press ends the call. While steps are pending it names them and must be held. */
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
      aria-describedby="hang-up-pending"
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
      <span id="hang-up-pending" class="hang-up-button__pending">
        {pendingText(guard)}
      </span>
    </button>
  );
}

function pendingText(guard: HangUpGuard & { guarded: true }): string {
  const seconds = secondsLeft(guard.pendingMs);
  if (guard.pendingSteps === 0) {
    return guard.callerFirst ? i18n.t('call.callerFirst') : i18n.t('call.pendingSeconds', { seconds });
  }
  if (seconds === 0) return i18n.t('call.pendingSteps', { steps: guard.pendingSteps });
  return i18n.t('call.pending', { steps: guard.pendingSteps, seconds });
}
