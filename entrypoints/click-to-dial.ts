import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { DialButton } from '../content-scripts/click-to-dial/dial-button.ts';
import { selectedNumber } from '../content-scripts/click-to-dial/selected-number.ts';
import { numberOfTelLink } from '../contract/numbers/number-in-text.ts';

/**
 * What a press on the button is made of. None of it is the page's business: it may close a form at
 * any press outside.
 */
const PRESSES = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'keydown', 'keyup'] as const;

/**
 * Keys that come up over a selection which is none of their doing: a field that Tab comes to is
 * selected whole.
 */
const SELECT_NOTHING: ReadonlySet<string> = new Set(['Tab', 'Escape', 'Enter', ' ']);

const LINKS = 'a[href^="tel:" i], a[href^="callto:" i]';

/**
 * Runs in web pages once the agent has turned it on: hands pressed `tel:` links and selected
 * numbers to the panel, which asks before it dials. Reads nothing else, and changes nothing in the
 * page but for one button beside a selected number.
 */
export default defineUnlistedScript(() => {
  const listening = new AbortController();
  const options = { capture: true, signal: listening.signal };
  const button = new DialButton();
  listening.signal.addEventListener('abort', () => button.hide());
  const dial = (number: string) => {
    // Nobody takes it: it was turned off, or the extension was updated. Links then do again what
    // they did before.
    browser.runtime.sendMessage({ to: 'dial', number }).then(
      (accepted: unknown) => {
        if (accepted === false) listening.abort();
      },
      () => listening.abort(),
    );
  };

  // At the window, and before the page's own scripts: whoever comes first may keep an event from
  // the others.
  for (const type of PRESSES) addEventListener(type, (event) => press(event, button, dial), options);
  addEventListener(
    'click',
    (event) => {
      // A page could press its own links: only what a person pressed counts.
      if (!event.isTrusted || event.button !== 0 || !(event.target instanceof Element)) return;
      const link = event.target.closest<HTMLAnchorElement>(LINKS);
      const number = link === null ? null : numberOfTelLink(link.href);
      if (number === null) return;
      event.preventDefault();
      event.stopPropagation();
      dial(number);
    },
    options,
  );

  const checkSelection = (event: Event) => {
    if (!event.isTrusted || (event instanceof KeyboardEvent && SELECT_NOTHING.has(event.key))) return;
    const selected = selectedNumber();
    if (selected === null) button.hide();
    else button.show(selected);
  };
  addEventListener('mouseup', checkSelection, options);
  addEventListener('keyup', checkSelection, options);
  const follow = () => {
    if (button.shown === null) return;
    const selected = selectedNumber();
    if (selected?.number === button.shown.number) button.show(selected);
    else button.hide();
  };
  addEventListener('scroll', follow, options);
  addEventListener('resize', follow, options);
  // A press into a selection takes it away only after the mouse is up.
  document.addEventListener('selectionchange', follow, options);
});

function press(event: Event, button: DialButton, dial: (number: string) => void): void {
  const { shown } = button;
  if (shown === null || !event.isTrusted) return;
  if (!button.isIn(event)) {
    if (isKey(event, 'Escape')) button.hide();
    if (!isKey(event, 'Tab') || shown.inField) return;
    // The button is the last thing in the page, but stands beside what was selected: Tab goes
    // there first.
    event.preventDefault();
    event.stopImmediatePropagation();
    button.focus();
    return;
  }
  event.stopImmediatePropagation();
  // Selection and focus stay where they are.
  if (event.type === 'mousedown') event.preventDefault();
  if (event.type === 'click') {
    const isAsShown = button.isAsShown();
    button.leave();
    if (isAsShown) dial(shown.number);
  } else if (isKey(event, 'Escape') || isKey(event, 'Tab')) {
    button.leave();
  }
}

/** The key alone going down. */
function isKey(event: Event, key: 'Tab' | 'Escape'): boolean {
  if (event.type !== 'keydown' || !(event instanceof KeyboardEvent) || event.key !== key) return false;
  return !(event.shiftKey || event.ctrlKey || event.altKey || event.metaKey);
}
