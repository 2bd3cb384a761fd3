import type { ActOnScripts } from '../scripts/scripts-view.ts';

/**
 * Ctrl+Z or ⌘Z undoes the last change of the draft, wherever the focus is: a field's own undo does
 * not know of entries that were moved or removed. Other pages keep the field's own undo.
 */
export function undoByKey(editing: () => boolean, act: ActOnScripts): void {
  addEventListener('keydown', (event) => {
    if (!editing() || event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    const again = (event.code === 'KeyZ' && event.shiftKey) || (event.code === 'KeyY' && !event.shiftKey);
    if (!again && event.code !== 'KeyZ') return;
    event.preventDefault();
    act({ do: again ? 'redo' : 'undo' });
  });
}
