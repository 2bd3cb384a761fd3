import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

interface DraftField<Field> {
  readonly ref: RefObject<Field | null>;
  readonly defaultValue: string;
}

/**
 * A field whose text belongs to the person typing. What another page wrote flows in at once, or after the composition that
 * an input method is busy with; a late echo of what was typed here never takes a letter back. With every new `taken`, a
 * step was undone: what is kept then shows even if it was typed here a moment ago.
 */
export function useDraftField<Field extends HTMLInputElement | HTMLTextAreaElement>(
  value: string,
  applied = 0,
): DraftField<Field> {
  const ref = useRef<Field>(null);
  const latest = useRef(value);
  /** Typed here and not yet come back. */
  const typed = useRef(new Set<string>());
  const composing = useRef(false);
  const seen = useRef(applied);
  latest.current = value;

  const readField = () => {
    const field = ref.current;
    const kept = latest.current;
    if (field === null || composing.current) return;
    if (field.value === kept) typed.current.clear();
    else if (field !== field.ownerDocument.activeElement) field.value = kept;
    else if (!typed.current.has(kept)) replaceText(field, kept);
  };
  useLayoutEffect(() => {
    if (seen.current !== applied) typed.current.clear();
    seen.current = applied;
    readField();
  }, [value, applied]);
  useEffect(() => {
    const field = ref.current;
    if (field === null) return;
    const stop = new AbortController();
    const on = (event: string, listener: () => void) =>
      field.addEventListener(event, listener, { signal: stop.signal });
    on('input', () => typed.current.add(field.value));
    on('compositionstart', () => {
      composing.current = true;
    });
    on('compositionend', () => {
      composing.current = false;
      readField();
    });
    return () => stop.abort();
  }, []);
  return { ref, defaultValue: value };
}

/** The caret stays where it was, as far as there is text. */
function replaceText(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const { selectionStart, selectionEnd } = field;
  field.value = text;
  field.setSelectionRange(selectionStart, selectionEnd);
}
