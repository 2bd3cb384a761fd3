import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import type { PaletteOverlay } from '../frame/panel-view.ts';
import { Sheet } from '../frame/sheet.tsx';
import { PaletteChoice, paletteOptionId } from './palette-choice.tsx';
import { PalettePlaces } from './palette-places.tsx';
import './script-palette.css';

export interface ScriptPaletteProps {
  readonly palette: PaletteOverlay;
  readonly onQuery: (query: string) => void;
  readonly onPick: (situation: string) => void;
  readonly onPin: (situation: string) => void;
  /** Puts this place into the script's sentences; null without a call. */
  readonly onPoint: ((place: string) => void) | null;
  readonly onClose: () => void;
}

/** Finds a script: type, Enter. Arrow keys move, and the field keeps the focus. */
export function ScriptPalette(props: ScriptPaletteProps) {
  const { palette, onQuery, onPick, onPin, onPoint, onClose } = props;
  const { query, results, places, pinsFull } = palette;
  const [at, setAt] = useState(0);
  const current = Math.min(at, Math.max(0, results.length - 1));
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const chosen = results[current];
  const move = (by: number) => setAt(Math.max(0, Math.min(results.length - 1, current + by)));
  return (
    <Sheet title={i18n.t('palette.title')} onClose={onClose}>
      <input
        {...CUSTOMER_TEXT}
        ref={field}
        data-first-focus
        class="script-palette__query"
        maxLength={200}
        type="text"
        role="combobox"
        aria-label={i18n.t('palette.query')}
        aria-expanded="true"
        aria-controls="script-choices"
        aria-activedescendant={results.length > 0 ? paletteOptionId(current) : undefined}
        placeholder={i18n.t('palette.placeholder')}
        value={query}
        onInput={(event) => {
          setAt(0);
          onQuery(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.isComposing || event.keyCode === 229) return;
          if (event.key === 'ArrowDown') move(1);
          else if (event.key === 'ArrowUp') move(-1);
          else if (event.key === 'Enter' && chosen !== undefined) onPick(chosen.situation);
          else return;
          event.preventDefault();
        }}
      />
      <div
        ref={list}
        id="script-choices"
        class="script-palette__list"
        role="listbox"
        aria-label={i18n.t('palette.title')}
      >
        {results.map((choice, index) => (
          <PaletteChoice
            key={choice.situation}
            choice={choice}
            index={index}
            current={index === current}
            onPick={onPick}
            onPoint={() => setAt(index)}
          />
        ))}
      </div>
      {results.length === 0 && places.length === 0 && (
        <p class="script-palette__none">{i18n.t('palette.none')}</p>
      )}
      {places.length > 0 && <PalettePlaces places={places} onPoint={onPoint} />}
      {chosen !== undefined && (
        <div class="script-palette__foot">
          <p role="status">{pinsFull && i18n.t('palette.pinsFull')}</p>
          <Button
            onPress={() => {
              onPin(chosen.situation);
              field.current?.focus();
            }}
          >
            {i18n.t(chosen.pin === null ? 'palette.putOnKey' : 'palette.removeFromKey', {
              title: chosen.title,
            })}
          </Button>
        </div>
      )}
    </Sheet>
  );
}
