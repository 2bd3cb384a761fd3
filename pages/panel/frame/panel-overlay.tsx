import { HarassmentSheet } from '../harassment/harassment-sheet.tsx';
import { ScriptPalette } from '../script/script-palette.tsx';
import { ShiftSheet } from '../shift/shift-sheet.tsx';
import { SignOutSheet } from '../shift/sign-out-sheet.tsx';
import { SyncSheet } from '../status/sync-sheet.tsx';
import { KeySheet } from './key-sheet.tsx';
import type { Act } from './panel-action.ts';
import { PanelMenu } from './panel-menu.tsx';
import type { PanelView } from './panel-view.ts';

/** The open overlay, if any. */
export function PanelOverlay({ view, act }: { readonly view: PanelView; readonly act: Act }) {
  const close = () => act({ do: 'overlay', open: 'none' });
  const { overlay } = view;
  switch (overlay.kind) {
    case 'none':
      return null;
    case 'menu':
      return <PanelMenu act={act} />;
    case 'keys':
      return <KeySheet keys={view.keys} onClose={close} />;
    case 'sync':
      return <SyncSheet sync={view.status.sync} act={act} onClose={close} />;
    case 'harassment':
      return <HarassmentSheet view={overlay} now={view.now} act={act} />;
    case 'shift':
      return <ShiftSheet view={overlay} now={view.now} act={act} />;
    case 'sign-out':
      return <SignOutSheet view={overlay} act={act} />;
    case 'palette':
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
}
