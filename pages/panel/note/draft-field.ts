import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

interface DraftField<Field> {
  readonly ref: RefObject<Field | null>;
  readonly defaultValue: string;
}

/**
 * A field whose text belongs to the person typing. Text from another page shows at once, or after
 * an input method's composition. A late echo of typed text never removes a letter. When `applied`
 * grows, a step was undone: then the stored text shows even if it was typed here before.
 */
export function useDraftField<Field extends HTMLInputElement | HTMLTextAreaElement>(
  value: string,
  applied = 0,
): DraftField<Field> {
  const ref = useRef<Field>(null);
  const latest = useRef(value);
  /** Typed here and not yet received back. */
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

/** Keeps the caret if the new text is long enough. */
function replaceText(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const { selectionStart, selectionEnd } = field;
  field.value = text;
  field.setSelectionRange(selectionStart, selectionEnd);
}
