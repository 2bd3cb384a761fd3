import type { Adapter, AdapterInput } from '../../contract/pack/adapter.ts';

const LONGEST_TEXT = 1000;
const MOST_ATTRIBUTES = 30;
/** A page that changes all the time is read so often. */
const READ_EVERY_MS = 50;

type Report = (input: AdapterInput, data: unknown) => void;

/**
 * Follows what an adapter names in the document: posted messages, events of elements, texts and
 * attributes, the title. The page cannot see these listeners.
 */
export function watchDocument({ inputs }: Adapter, report: Report): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  for (const input of inputs) {
    switch (input.kind) {
      case 'message':
        if (input.via.includes('post-message')) watchPosts(input, report, signal);
        break;
      case 'dom-event':
        watchEvents(input, report, signal);
        break;
      case 'dom':
        watchChanges(
          () => readElements(input),
          (data) => report(input, data),
          signal,
        );
        break;
      case 'title':
        watchChanges(
          () => ({ title: document.title }),
          (data) => report(input, data),
          signal,
        );
        break;
      case 'global-event':
      case 'constructor':
      case 'notification':
    }
  }
  return () => stopping.abort();
}

function watchPosts(input: AdapterInput & { kind: 'message' }, report: Report, signal: AbortSignal): void {
  const onPost = ({ data, origin }: MessageEvent<unknown>) => {
    if (input.address === undefined || origin.includes(input.address)) report(input, data);
  };
  addEventListener('message', onPost, { capture: true, signal });
}

function watchEvents(input: AdapterInput & { kind: 'dom-event' }, report: Report, signal: AbortSignal): void {
  const onEvent = (event: Event) => {
    const element = event
      .composedPath()
      .find((one): one is Element => one instanceof Element && matches(one, input.selector));
    if (element === undefined) return;
    const attributes = [...element.attributes]
      .slice(0, MOST_ATTRIBUTES)
      .map(({ name, value }) => [name, value.slice(0, LONGEST_TEXT)]);
    report(input, {
      event: event.type,
      detail: detailOf(event),
      text: textOf(element),
      attributes: Object.fromEntries(attributes),
    });
  };
  for (const type of input.events) document.addEventListener(type, onEvent, { capture: true, signal });
}

/** The page chose it: it may be anything, and may not be readable from here. */
function detailOf(event: Event): unknown {
  try {
    return event instanceof CustomEvent ? structuredClone(event.detail) : null;
  } catch {
    return null;
  }
}

function readElements({ read }: AdapterInput & { kind: 'dom' }): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(read).map(([name, { selector, attribute }]) => {
      const element = elementAt(selector);
      if (element === null) return [name, null];
      const text = attribute === undefined ? textOf(element) : element.getAttribute(attribute);
      return [name, text === null ? null : text.slice(0, LONGEST_TEXT)];
    }),
  );
}

function elementAt(selector: string): Element | null {
  try {
    return document.querySelector(selector);
  } catch {
    // No selector of this browser.
    return null;
  }
}

function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}

function textOf(element: Element): string {
  const text = element instanceof HTMLInputElement ? element.value : (element.textContent ?? '');
  return text.slice(0, LONGEST_TEXT).trim();
}

/** Calls back with what is read whenever it is another one than before. */
function watchChanges(read: () => object, onChange: (data: object) => void, signal: AbortSignal): void {
  let before = '';
  let timer: ReturnType<typeof setTimeout> | null = null;
  let readAt = Number.NEGATIVE_INFINITY;
  const check = () => {
    timer = null;
    readAt = performance.now();
    const data = read();
    const now = JSON.stringify(data);
    if (now === before || signal.aborted) return;
    before = now;
    onChange(data);
  };
  const soon = () => {
    if (timer !== null) return;
    const waitMs = readAt + READ_EVERY_MS - performance.now();
    if (waitMs <= 0) check();
    else timer = setTimeout(check, waitMs);
  };
  const observer = new MutationObserver(soon);
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    if (timer !== null) clearTimeout(timer);
  });
  soon();
}
