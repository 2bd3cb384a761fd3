import type { OptionsView } from '../frame/options-view.ts';

/** 1: passphrase and team; 2: microphone; 3: test tone. */
export type BeginStep = 1 | 2 | 3 | 'done';

/** The first step that is not done. `isAudible`: the agent says that the test tone is audible. */
export function beginStep({ vault, team, microphone }: OptionsView, isAudible: boolean): BeginStep {
  const hasJoined = team.state === 'joined' && team.root.state !== 'compare';
  if (vault.state !== 'open' || !hasJoined) return 1;
  if (microphone.state !== 'granted') return 2;
  return isAudible ? 'done' : 3;
}
