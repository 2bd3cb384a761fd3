import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';

/** What fits on a screen; a long day must not make every ring slower to draw. */
const FIRST = 8;
const MORE = 20;

interface FirstOfProps<Item> {
  readonly items: readonly Item[];
  readonly class: string;
  readonly show: (item: Item) => ComponentChildren;
}

/** A list that begins with its first items; a press shows the next ones. */
export function FirstOf<Item>({ items, show, ...list }: FirstOfProps<Item>) {
  const [count, setCount] = useState(FIRST);
  const left = items.length - count;
  return (
    <>
      <ul class={list.class}>{items.slice(0, count).map(show)}</ul>
      {left > 0 && (
        <Button onPress={() => setCount(count + MORE)}>{i18n.t('common.showMore', { count: left })}</Button>
      )}
    </>
  );
}
