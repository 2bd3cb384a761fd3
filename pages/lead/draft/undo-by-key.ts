import type { ActOnScripts } from '../scripts/scripts-view.ts';

/**
 * Ctrl+Z, or ⌘Z, takes the last change of the draft back, wherever the focus is: a field's own undo would know nothing of
 * entries moved and removed in between. On the other pages of the desk a field's own undo is the right one.
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
