import { loadDialRequest, onDialRequest } from '../../../browser/dial-request-store.ts';
import { loadPins, onPinsChanged } from '../../../browser/pins-store.ts';
import { loadKeyMap, onKeyMapChanged } from '../../session/key-map-store.ts';
import type { PanelModel } from './panel-model.ts';

/** What the agent chose elsewhere: the nine pinned scripts, the keys, and a number that was pressed in a web page. */
export async function followChoices(model: PanelModel): Promise<void> {
  onPinsChanged((pins) => {
    model.chosenPins.value = pins;
  });
  onKeyMapChanged((keys) => {
    model.keys.value = keys;
  });
  const loadDialRequestNow = async () => {
    model.dialRequest.value = await loadDialRequest(Date.now());
  };
  onDialRequest(() => void loadDialRequestNow());
  model.chosenPins.value = await loadPins();
  model.keys.value = await loadKeyMap();
  await loadDialRequestNow();
}
