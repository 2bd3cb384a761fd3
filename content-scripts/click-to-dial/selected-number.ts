import { numberInText } from '../../contract/numbers/number-in-text.ts';

/** A number selected in a web page, and its place. */
export interface SelectedNumber {
  readonly number: string;
  readonly beside: DOMRect;
  /** Where to insert the button: a modal dialog blocks clicks outside of it. */
  readonly within: Element;
  /** Whether it is selected in a field, where Tab goes to the next field. */
  readonly inField: boolean;
}

/** Null unless exactly one number is selected. */
export function selectedNumber(): SelectedNumber | null {
  return selectedInField(document.activeElement) ?? selectedInText(getSelection());
}

/** The page's selection does not include text selected in a field. */
function selectedInField(field: Element | null): SelectedNumber | null {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return null;
  const { type, value, selectionStart: from, selectionEnd: to } = field;
  if (type === 'password' || from === null || to === null) return null;
  const number = numberInText(value.slice(from, to));
  if (number === null) return null;
  return { number, beside: field.getBoundingClientRect(), within: placeOf(field), inField: true };
}

function selectedInText(selection: Selection | null): SelectedNumber | null {
  if (selection === null || selection.isCollapsed) return null;
  const number = numberInText(selection.toString());
  if (number === null) return null;
  const range = selection.getRangeAt(0);
  const { commonAncestorContainer: around } = range;
  const element = around instanceof Element ? around : around.parentElement;
  return { number, beside: range.getBoundingClientRect(), within: placeOf(element), inField: false };
}

function placeOf(element: Element | null): Element {
  return element?.closest('dialog[open]') ?? document.documentElement;
}
