import { i18n } from '#i18n';
import type { SelectedNumber } from './selected-number.ts';

/** Largest size of the button, which keeps it inside the window: a whole number in two lines. */
const SIZE = { width: 280, height: 60 } as const;
const STYLE =
  'all:initial;box-sizing:border-box;min-height:32px;max-width:280px;max-height:60px;overflow-wrap:anywhere;padding:0 12px;border:1px solid #211f1b;border-radius:8px;background:#fcfbf9;color:#211f1b;font:600 14px/1.4 system-ui,sans-serif;cursor:pointer';
/** Visible on any page. */
const FOCUSED = ';outline:2px solid #fcfbf9;box-shadow:0 0 0 5px #211f1b';

/**
 * The button that click-to-dial inserts beside a selected number. It is in a closed shadow root, so
 * that styles stay apart, and in the top layer, so that nothing covers it. The page can reach its
 * host: a press counts only while the host is as it was shown.
 */
export class DialButton {
  readonly #host: HTMLElement;
  readonly #button: HTMLElement;
  #shown: SelectedNumber | null = null;
  #place = { left: 0, top: 0 };
  /** What the page changes on the host takes the button away. */
  readonly #changed = new MutationObserver(() => this.hide());
  #focusedBefore: Element | null = null;

  constructor() {
    this.#host = element('div');
    this.#button = element('button');
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
    this.#changed.disconnect();
    this.#place = { left, top };
    this.#host.style.cssText = hostStyle(this.#place, zoomOf(within));
    // The number itself: what the page shows beside the button may be another one.
    this.#button.textContent = `${i18n.t('clickToDial.dial')} ${selected.number}`;
    this.#shown = selected;
    if (this.#host.parentNode !== within) {
      within.append(this.#host);
      this.#host.popover = 'manual';
      this.#host.showPopover();
    }
    this.#changed.observe(this.#host, { attributes: true });
  }

  /** False once the page has enlarged, moved, hidden or covered the button, or closed it. */
  isAsShown(): boolean {
    const { left, top, width, height } = this.#host.getBoundingClientRect();
    const isInPlace = Math.abs(left - this.#place.left) <= 1 && Math.abs(top - this.#place.top) <= 1;
    const hasSize = width > 0 && height > 0 && width <= SIZE.width + 1 && height <= SIZE.height + 1;
    const seen = this.#host.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    if (Math.abs(zoomOf(this.#host) - 1) > 0.01) return false;
    if (!isInPlace || !hasSize || !seen || !this.#host.matches(':popover-open')) return false;
    const others = [...document.querySelectorAll(':popover-open, dialog:modal')].filter(
      (other) => other !== this.#host && !other.contains(this.#host),
    );
    const isCovered = others.some((other) =>
      meets(other.getBoundingClientRect(), { left, top, width, height }),
    );
    return !isCovered && document.elementFromPoint(left + width / 2, top + height / 2) === this.#host;
  }

  hide(): void {
    this.#changed.disconnect();
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

/** Important, because a page's rules may be: `div { zoom: 9 !important }`. */
function hostStyle({ left, top }: Pick<Box, 'left' | 'top'>, zoom: number): string {
  const rules = [
    'all:initial',
    'display:block',
    'position:fixed',
    `inset:${top}px auto auto ${left}px`,
    `zoom:${1 / zoom}`,
  ];
  return rules.map((rule) => `${rule}!important`).join(';');
}

/** The zoom of an element by CSS (css-viewport §zoom), its ancestors' included. */
function zoomOf(element: Element): number {
  const zoom: unknown = Reflect.get(element, 'currentCSSZoom');
  return typeof zoom === 'number' && zoom > 0 ? zoom : 1;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function meets(one: Box, other: Box): boolean {
  return (
    one.left < other.left + other.width &&
    other.left < one.left + one.width &&
    one.top < other.top + other.height &&
    other.top < one.top + one.height
  );
}

/** An HTML element, also in a document that is not HTML, such as SVG. */
function element(tag: 'div' | 'button'): HTMLElement {
  return document.createElementNS('http://www.w3.org/1999/xhtml', tag);
}
