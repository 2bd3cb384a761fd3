import type { PanelAction } from '../frame/panel-action.ts';
import type { PanelModel } from '../frame/panel-model.ts';

/** True if the action was about the scripts themselves, and nothing more. */
export function applyPackAction(action: PanelAction, model: PanelModel, now: number): boolean {
  switch (action.do) {
    case 'pack-note-read':
      model.parts.packs.markNoteRead(action.digest);
      return true;
    case 'dismiss-pack-refusal':
      model.packRefusalSeenAt.value = now;
      return true;
    default:
      return false;
  }
}
