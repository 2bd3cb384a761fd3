import { loadDialRequest, onDialRequest } from '../../../browser/dial-request-store.ts';
import { loadPins, onPinsChanged } from '../../../browser/pins-store.ts';
import { loadKeyMap, onKeyMapChanged } from '../../session/key-map-store.ts';
import type { PanelState } from './panel-state.ts';

/** Follows what the agent chose elsewhere: pinned scripts, keys, a number clicked in a web page. */
export async function followChoices(
  state: Pick<PanelState, 'chosenPins' | 'keys' | 'dialRequest'>,
): Promise<void> {
  onPinsChanged((pins) => {
    state.chosenPins.value = pins;
  });
  onKeyMapChanged((keys) => {
    state.keys.value = keys;
  });
  const readDialRequest = async () => {
    state.dialRequest.value = await loadDialRequest(Date.now());
  };
  onDialRequest(() => void readDialRequest());
  state.chosenPins.value = await loadPins();
  state.keys.value = await loadKeyMap();
  await readDialRequest();
}
