import { loadDialWish, onDialWish } from '../wiring/dial-wish-store.ts';
import { loadKeyMap, onKeyMapChanged } from '../wiring/key-map-store.ts';
import { loadPins, onPinsChanged } from '../wiring/pins-store.ts';
import type { PanelModel } from './panel-model.ts';

/** What the agent chose elsewhere: the nine pinned scripts, the keys, and a number that was pressed in a web page. */
export async function followChoices(model: PanelModel): Promise<void> {
  onPinsChanged((pins) => {
    model.chosenPins.value = pins;
  });
  onKeyMapChanged((keys) => {
    model.keys.value = keys;
  });
  const lookAtDialWish = async () => {
    model.dialWish.value = await loadDialWish(Date.now());
  };
  onDialWish(() => void lookAtDialWish());
  model.chosenPins.value = await loadPins();
  model.keys.value = await loadKeyMap();
  await lookAtDialWish();
}
