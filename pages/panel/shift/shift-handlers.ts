import type { Vault } from '../../../storage/vault/vault.ts';
import type { Handlers } from '../../session/dispatch.ts';
import type { PanelState } from '../frame/panel-state.ts';
import type { PanelTeam } from '../frame/panel-team.ts';
import type { ShiftAction } from './shift-view.ts';

interface ShiftParts {
  readonly team: Pick<PanelTeam, 'be'>;
  readonly vault: Pick<Vault, 'lock'>;
  readonly state: Pick<PanelState, 'overlay'>;
  readonly finishWrapUp: () => unknown;
}

/** Each of these also closes the sheet in which it was pressed. */
export function shiftHandlers(parts: ShiftParts): Handlers<ShiftAction> {
  const { team, vault, state, finishWrapUp } = parts;
  const close = () => {
    state.overlay.value = { kind: 'none' };
  };
  return {
    be: async ({ readiness }) => {
      await team.be(readiness);
      close();
    },
    'start-break': async ({ reason }) => {
      await team.be({ state: 'break', reason });
      finishWrapUp();
      close();
    },
    'sign-out': async () => {
      await team.be({ state: 'offline' });
      await vault.lock();
      close();
    },
  };
}
