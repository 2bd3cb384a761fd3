import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

interface DraftField<Field> {
  readonly ref: RefObject<Field | null>;
  readonly defaultValue: string;
}

interface DraftOptions {
  /** Receives what was typed; of an input method's composition only the result. */
  readonly onText: (text: string) => void;
  /** When it grows, a step was undone: the stored text shows, even if it was typed here before. */
  readonly applied?: number;
}

/**
 * A field whose text belongs to the person typing. Text from another page shows at once, or after
 * an input method's composition. A late echo of typed text never removes a letter, and no
 * rendering changes a text that is being composed.
 */
export function useDraftField<Field extends HTMLInputElement | HTMLTextAreaElement>(
  value: string,
  { onText, applied = 0 }: DraftOptions,
): DraftField<Field> {
  const ref = useRef<Field>(null);
  const latest = useRef({ value, onText });
  /** Typed here and not yet received back. */
  const typed = useRef(new Set<string>());
  const composing = useRef(false);
  const seen = useRef(applied);
  latest.current = { value, onText };

  const readField = () => {
    const field = ref.current;
    const kept = latest.current.value;
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
    const give = () => {
      typed.current.add(field.value);
      latest.current.onText(field.value);
    };
    on('input', () => {
      if (!composing.current) give();
    });
    on('compositionstart', () => {
      composing.current = true;
    });
    on('compositionend', () => {
      composing.current = false;
      // A composition that was given up leaves the text as it was.
      if (field.value !== latest.current.value) give();
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
