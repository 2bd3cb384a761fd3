import { type Path, placeName } from './place.ts';

/** Focuses the field of `path`, or the nearest one around it. False if none of them is on screen. */
export function focusPlace(path: Path): boolean {
  for (let length = path.length; length > 0; length -= 1) {
    const name = placeName(path.slice(0, length));
    const found = document.querySelector(`[data-place="${CSS.escape(name)}"]`);
    if (!(found instanceof HTMLElement)) continue;
    for (let up = found.closest('details'); up !== null; up = up.parentElement?.closest('details') ?? null) {
      up.open = true;
    }
    const field = found.matches(`${FIELDS}, button`)
      ? found
      : (found.querySelector(FIELDS) ?? found.querySelector('button'));
    if (!(field instanceof HTMLElement)) continue;
    field.focus();
    field.scrollIntoView({ block: 'center' });
    return true;
  }
  return false;
}

const FIELDS = 'input, select, textarea';
