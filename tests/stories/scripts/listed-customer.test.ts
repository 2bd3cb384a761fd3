import { describe, test } from 'vitest';
import { type ScriptStory, scriptStory } from '../../helpers/script-story.ts';

const CALLER = '+86 139 0000 1234';
const LISTED = { type: 'customer-found', surname: '王', title: 'ms', vip: true, remarks: '' } as const;

/** What the caller is promised at the end of a complaint. */
const promise = (story: ScriptStory) =>
  story.agentAnswers().waits(4).stepDone().picks('complaint-close').stepDone();
const SOONER = { says: ['2小时内'], saysNot: ['24'] };

describe('a VIP of the contact list is answered sooner', () => {
  test('whom the server alone knows', () => {
    promise(scriptStory().callerRings(CALLER).record('host', LISTED)).thePanelShows(SOONER);
  });

  test('whichever look-up comes first', () => {
    const first = scriptStory().callerRings(CALLER).record('host', LISTED).numberIs(['called-before']);
    promise(first).thePanelShows(SOONER);
    const last = scriptStory().callerRings(CALLER).numberIs(['called-before']).record('host', LISTED);
    promise(last).thePanelShows(SOONER);
  });

  test('a listed customer who is none is answered as everybody', () => {
    const story = scriptStory()
      .callerRings(CALLER)
      .record('host', { ...LISTED, vip: false });
    promise(story).thePanelShows({ says: ['24小时'] });
  });
});
