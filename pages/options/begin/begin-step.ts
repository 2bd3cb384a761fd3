import type { OptionsView } from '../frame/options-view.ts';

/** 1: passphrase and team; 2: microphone; 3: test tone. */
export type BeginStep = 1 | 2 | 3 | 'done';

/** The first step that is not done. `heard`: the agent says that the test tone can be heard. */
export function beginStep({ vault, team, microphone }: OptionsView, heard: boolean): BeginStep {
  const hasJoined = team.state === 'joined' && team.root.state !== 'compare';
  if (vault.state !== 'open' || !hasJoined) return 1;
  if (microphone.state !== 'granted') return 2;
  return heard ? 'done' : 3;
}
