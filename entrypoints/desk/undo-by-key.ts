import type { ActOnScripts } from '../../components/desk/scripts-view.ts';

/**
 * Ctrl+Z, or ⌘Z, takes the last change of the draft back, wherever the focus is: a field's own undo would know nothing of
 * entries moved and removed in between.
 */
export function undoByKey(act: ActOnScripts): void {
  addEventListener('keydown', (event) => {
    if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    const again = (event.code === 'KeyZ' && event.shiftKey) || (event.code === 'KeyY' && !event.shiftKey);
    if (!again && event.code !== 'KeyZ') return;
    event.preventDefault();
    act({ do: again ? 'redo' : 'undo' });
  });
}
