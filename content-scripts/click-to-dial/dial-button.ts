import { i18n } from '#i18n';
import type { SelectedNumber } from './selected-number.ts';

/** Largest size of the button, which keeps it inside the window. */
const SIZE = { width: 120, height: 40 } as const;
const STYLE =
  'all:initial;box-sizing:border-box;min-height:32px;padding:0 12px;border:1px solid #211f1b;border-radius:8px;background:#fcfbf9;color:#211f1b;font:600 14px/1.4 system-ui,sans-serif;cursor:pointer';
/** Visible on any page. */
const FOCUSED = ';outline:2px solid #fcfbf9;box-shadow:0 0 0 5px #211f1b';

/**
 * The button that click-to-dial inserts beside a selected number. It is in a closed shadow root, so
 * that styles stay apart, and in the top layer, so that nothing covers it.
 */
export class DialButton {
  readonly #host: HTMLElement;
  readonly #button: HTMLElement;
  #shown: SelectedNumber | null = null;
  #focusedBefore: Element | null = null;

  constructor() {
    this.#host = element('div');
    this.#button = element('button');
    this.#button.textContent = i18n.t('clickToDial.dial');
    this.#button.style.cssText = STYLE;
    this.#button.addEventListener('focus', () => {
      this.#button.style.cssText = STYLE + FOCUSED;
    });
    this.#button.addEventListener('blur', () => {
      this.#button.style.cssText = STYLE;
    });
    this.#host.attachShadow({ mode: 'closed' }).append(this.#button);
  }

  get shown(): SelectedNumber | null {
    return this.#shown;
  }

  isIn(event: Event): boolean {
    return event.composedPath().includes(this.#host);
  }

  show(selected: SelectedNumber): void {
    const { beside, within } = selected;
    const left = Math.max(4, Math.min(beside.left, innerWidth - SIZE.width));
    const top = Math.max(4, Math.min(beside.bottom + 4, innerHeight - SIZE.height));
    this.#host.style.cssText = `all:initial;position:fixed;inset:${top}px auto auto ${left}px`;
    this.#button.ariaLabel = `${i18n.t('clickToDial.dial')} ${selected.number}`;
    this.#shown = selected;
    if (this.#host.parentNode === within) return;
    within.append(this.#host);
    this.#host.popover = 'manual';
    this.#host.showPopover();
  }

  hide(): void {
    this.#host.remove();
    this.#shown = null;
  }

  focus(): void {
    this.#focusedBefore = document.activeElement;
    this.#button.focus({ preventScroll: true });
  }

  /** Gives the focus back to where it was. */
  leave(): void {
    const hadFocus = document.activeElement === this.#host;
    this.hide();
    if (!hadFocus) return;
    if (this.#focusedBefore instanceof HTMLElement && this.#focusedBefore !== document.body) {
      this.#focusedBefore.focus({ preventScroll: true });
      return;
    }
    // Nothing had the focus. Tab continues where the removed element was: the selection's end.
    const end = getSelection()?.focusNode;
    const beside = end instanceof Element ? end : end?.parentElement;
    beside?.append(this.#host);
    this.#button.focus({ preventScroll: true });
    this.#host.remove();
  }
}

/** An HTML element, also in a document that is not HTML, such as SVG. */
function element(tag: 'div' | 'button'): HTMLElement {
  return document.createElementNS('http://www.w3.org/1999/xhtml', tag);
}
