import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { i18n } from '#i18n';
import { numberInText, numberOfTelLink } from '../contract/number-in-text.ts';

/**
 * Runs in web pages once the agent has turned it on: hands pressed `tel:` links and selected numbers to the panel, which asks
 * before it dials. Reads nothing else, and changes nothing in the page but for one button beside a selected number.
 */
export default defineUnlistedScript(() => {
  const listening = new AbortController();
  const options = { capture: true, signal: listening.signal };
  const dial = (number: string) => {
    // Nobody takes it: it was turned off, or the extension was updated. Links then do again what they did before.
    browser.runtime.sendMessage({ to: 'dial', number }).then(
      (taken: unknown) => {
        if (taken === false) listening.abort();
      },
      () => listening.abort(),
    );
  };
  const button = makeButton(dial);
  listening.signal.addEventListener('abort', () => button.hide());
  document.addEventListener(
    'click',
    (event) => {
      // A page could press its own links: only what a person pressed counts.
      if (!event.isTrusted || event.button !== 0 || !(event.target instanceof Element)) return;
      const link = event.target.closest<HTMLAnchorElement>('a[href^="tel:" i]');
      const number = link === null ? null : numberOfTelLink(link.href);
      if (number === null) return;
      event.preventDefault();
      event.stopPropagation();
      dial(number);
    },
    options,
  );
  const lookAtSelection = (event: Event) => {
    if (!event.isTrusted || button.isIn(event)) return;
    const selection = getSelection();
    const number = selection === null || selection.isCollapsed ? null : numberInText(selection.toString());
    if (number === null || selection === null) button.hide();
    else button.show(number, selection.getRangeAt(0).getBoundingClientRect());
  };
  document.addEventListener('mouseup', lookAtSelection, options);
  document.addEventListener('keyup', lookAtSelection, options);
  document.addEventListener('scroll', () => button.hide(), options);
});

/** In a closed shadow root, so that page and button do not see each other's styles. */
function makeButton(dial: (number: string) => void) {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const button = document.createElement('button');
  let number = '';
  button.type = 'button';
  button.textContent = i18n.t('clickToDial.dial');
  button.style.cssText =
    'all:initial;box-sizing:border-box;min-height:32px;padding:0 12px;border:1px solid #211f1b;border-radius:8px;background:#fcfbf9;color:#211f1b;font:600 14px/1.4 system-ui,sans-serif;cursor:pointer';
  button.addEventListener('click', (event) => {
    if (!event.isTrusted) return;
    host.remove();
    dial(number);
  });
  root.append(button);
  return {
    isIn: (event: Event) => event.composedPath().includes(host),
    hide: () => host.remove(),
    show(selected: string, beside: DOMRect) {
      number = selected;
      const top = Math.min(beside.bottom + 4, innerHeight - 40);
      host.style.cssText = `all:initial;position:fixed;z-index:2147483647;left:${Math.max(4, beside.left)}px;top:${top}px`;
      document.documentElement.append(host);
    },
  };
}
