import type { ComponentChildren } from 'preact';
import './edit-list.css';
import { EntryButtons } from './entry-buttons.tsx';
import { focusPlace } from './focus-place.ts';
import { into, type Place, placeName } from './place.ts';
import { ProblemNotes } from './problem-notes.tsx';

export interface EditListProps<Item> {
  readonly place: Place;
  readonly items: readonly Item[];
  readonly onChange: (items: Item[]) => void;
  /** Title of an entry. Without it the entry is a bare line with its buttons behind it. */
  readonly head?: (item: Item, n: number) => ComponentChildren;
  /** The entry's name in the labels of its buttons: 第 3 步. */
  readonly name: (n: number) => string;
  readonly body: (item: Item, place: Place, change: (item: Item) => void, n: number) => ComponentChildren;
  /** A button for each kind of new entry. */
  readonly adds: readonly { readonly words: string; readonly make: () => Item }[];
}

/** Entries in an order: add, remove, move by button or by Alt+Shift with an arrow from inside an entry. */
export function EditList<Item>(props: EditListProps<Item>) {
  const { place, items, onChange, head } = props;
  const move = (from: number, to: number) => {
    const item = items[from];
    if (item === undefined || to < 0 || to >= items.length) return;
    const inside = insideOf(placeName([...place.path, from]));
    onChange(items.toSpliced(from, 1).toSpliced(to, 0, item));
    setTimeout(() => focusPlace([...place.path, to, ...inside]));
  };
  const remove = (n: number) => {
    onChange(items.toSpliced(n, 1));
    setTimeout(() => focusPlace([...place.path, Math.min(n, items.length - 2)]));
  };
  return (
    <div class="edit-list" data-place={placeName(place.path)}>
      <ol class="edit-list">
        {items.map((item, n) => {
          const here = into(place, n);
          const wrong = here.problems.length > 0 ? ' edit-list__item--wrong' : '';
          const buttons = (
            <EntryButtons
              name={props.name(n)}
              placeName={placeName(here.path)}
              first={n === 0}
              last={n === items.length - 1}
              onMove={(by) => move(n, n + by)}
              onRemove={() => remove(n)}
            />
          );
          return (
            <li
              key={placeName(here.path)}
              class={`edit-list__item${head === undefined ? ' edit-list__item--plain' : wrong}`}
              data-place={placeName(here.path)}
              onKeyDown={(event) => {
                const by = moveOf(event);
                if (by === 0) return;
                event.preventDefault();
                event.stopPropagation();
                move(n, n + by);
              }}
            >
              <div class="edit-list__head">
                {head !== undefined && <span class="edit-list__name">{head(item, n)}</span>}
                {buttons}
              </div>
              {head !== undefined && <ProblemNotes place={here} />}
              {props.body(item, here, (changed) => onChange(items.with(n, changed)), n)}
            </li>
          );
        })}
      </ol>
      <ProblemNotes place={place} />
      <div class="edit-list__add">
        {props.adds.map(({ words, make }) => (
          <button
            key={words}
            type="button"
            class="button"
            onClick={() => {
              onChange([...items, make()]);
              setTimeout(() => focusPlace([...place.path, items.length, 'body']));
            }}
          >
            ＋ {words}
          </button>
        ))}
      </div>
    </div>
  );
}

function moveOf({ altKey, shiftKey, code }: KeyboardEvent): -1 | 0 | 1 {
  if (!altKey || !shiftKey) return 0;
  return code === 'ArrowUp' ? -1 : code === 'ArrowDown' ? 1 : 0;
}

/** Where in an entry the focus is, to put it back there after a move. */
function insideOf(entry: string): readonly string[] {
  const focused = document.activeElement?.closest<HTMLElement>('[data-place]')?.dataset['place'] ?? '';
  return focused.startsWith(`${entry}.`) ? focused.slice(entry.length + 1).split('.') : [];
}
