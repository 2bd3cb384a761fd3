import { numberInText } from '../../contract/numbers/number-in-text.ts';

/** A number that the agent has selected in a web page, and where it stands. */
export interface SelectedNumber {
  readonly number: string;
  readonly beside: DOMRect;
  /** What belongs to it goes in here: a modal dialog lets nothing outside of it be pressed. */
  readonly within: Element;
  /** In a field Tab goes to the next one, whatever is selected. */
  readonly inField: boolean;
}

/** Null if nothing is selected, or something else than one number. */
export function selectedNumber(): SelectedNumber | null {
  return selectedInField(document.activeElement) ?? selectedInText(getSelection());
}

/** What is selected in a field is in no selection of the page. */
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
