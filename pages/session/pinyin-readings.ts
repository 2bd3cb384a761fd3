import { type ReadonlySignal, signal } from '@preact/signals';
import { type HanziReadings, NO_READINGS, readReadings } from '../../rules/search/hanzi-readings.ts';

const loaded = signal(NO_READINGS);
let asked = false;

/** Empty until they are loaded: a page asks when somebody searches, not when it opens. */
export function pinyinReadings(): ReadonlySignal<HanziReadings> {
  if (!asked) {
    asked = true;
    void import('virtual:hanzi-readings').then(({ readings }) => {
      loaded.value = readReadings(readings);
    });
  }
  return loaded;
}
