import { browser } from 'wxt/browser';

const KEY = 'show-order';

/** Asks the panel, also one that is still opening, to show a work order; an empty id: the list. */
export async function askToShowOrder(order: string): Promise<void> {
  await browser.storage.session.set({ [KEY]: order });
}

/** Calls back for the request that came before this page opened, and for every later one. */
export async function onAskedToShowOrder(show: (order: string) => void): Promise<void> {
  const publish = (value: unknown) => {
    if (typeof value !== 'string') return;
    void browser.storage.session.remove(KEY);
    show(value);
  };
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'session') publish(changes[KEY]?.newValue);
  });
  publish((await browser.storage.session.get(KEY))[KEY]);
}
