import { ScriptPalette } from '../script/script-palette.tsx';
import type { Act } from './panel-action.ts';
import { PanelMenu } from './panel-menu.tsx';
import { panelRest } from './panel-rest.ts';
import type { PanelView } from './panel-view.ts';

/** The open overlay, if any. */
export function PanelOverlay({ view, act }: { readonly view: PanelView; readonly act: Act }) {
  const close = () => act({ do: 'overlay', open: 'none' });
  const { overlay } = view;
  if (overlay.kind === 'none') return null;
  if (overlay.kind === 'menu') return <PanelMenu act={act} />;
  if (overlay.kind === 'palette') {
    // Never later than its key: the next keys are meant for its field.
    return (
      <ScriptPalette
        palette={overlay}
        onQuery={(query) => act({ do: 'search-scripts', query })}
        onPick={(situation) => act({ do: 'pick-script', situation })}
        onPoint={view.stage.stage === 'call' ? (place) => act({ do: 'point-to-place', place }) : null}
        onPin={(situation) => act({ do: 'toggle-pin', situation })}
        onClose={close}
      />
    );
  }
  const rest = panelRest();
  if (rest === null) return null;
  switch (overlay.kind) {
    case 'keys':
      return <rest.KeySheet keys={view.keys} onClose={close} />;
    case 'sync':
      return <rest.SyncSheet sync={view.status.sync} act={act} onClose={close} />;
    case 'harassment':
      return <rest.HarassmentSheet view={overlay} now={view.now} act={act} />;
    case 'shift':
      return <rest.ShiftSheet view={overlay} now={view.now} act={act} />;
    case 'sign-out':
      return <rest.SignOutSheet view={overlay} act={act} />;
  }
}
