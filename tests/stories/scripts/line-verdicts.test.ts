import { describe, expect, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

/** Nobody is heard: six causes, and only one of them is a silent caller. */
describe('what the verdict on the line leads to', () => {
  test('nobody speaks: the silent caller, with the levels behind it', () => {
    const story = scriptStory()
      .greeted()
      .lineFallsSilent(6)
      .lineIsJudged('nobody-speaks', { silentMs: 6_000 });
    story.thePanelShows({ offers: ['silent-caller'] });
    expect(story.view().line).toMatchObject({ finding: 'nobody-speaks', evidence: { silentMs: 6_000 } });
  });

  test('no packets: said as what it is, and never a silent caller', () => {
    const story = scriptStory()
      .greeted()
      .lineFallsSilent(3)
      .lineIsJudged('no-media', { noPacketsMs: 3_000 })
      .waits(20)
      .thePanelShows({ offers: [] });
    expect(story.view().line?.finding).toBe('no-media');
    story
      .lineIsJudged('clear')
      .waits(1)
      .thePanelShows({ offers: ['silent-caller'] });
  });

  test('an agent who talks while muted is told so; the caller owes no answer', () => {
    const story = scriptStory().greeted().lineFallsSilent(2).agentMutes().speaks(1, 'agent');
    story.lineIsJudged('agent-muted').waits(10).thePanelShows({ offers: [] });
    expect(story.view().line?.finding).toBe('agent-muted');
  });

  test('a caller who listens while the agent talks on is not silent', () => {
    scriptStory()
      .greeted()
      .lineFallsSilent(1)
      .speaks(20, 'agent')
      .thePanelShows({ offers: [] })
      .lineFallsSilent(5.9, 'agent')
      .thePanelShows({ offers: [] })
      .waitsMs(100)
      .thePanelShows({ offers: ['silent-caller'] });
  });

  test('noise, and a faint voice, each have scripts of their own', () => {
    scriptStory()
      .inConversation()
      .dismisses('ask-name')
      .noiseBegins(8)
      .lineIsJudged('noisy', { speechDbfs: -30, noiseDbfs: -35 })
      .thePanelShows({ offers: ['noisy-line'] });
    const faint = scriptStory().inConversation().dismisses('ask-name').voiceTurnsQuiet(6);
    faint.lineIsJudged('faint', { speechDbfs: -46 });
    faint.thePanelShows({ offers: ['handsfree-unclear'] });
  });

  test('packet loss is told with its share and brings no script of its own', () => {
    const story = scriptStory()
      .inConversation()
      .dismisses('ask-name')
      .lineIsJudged('packets-lost', { lossShare: 0.12 });
    story.thePanelShows({ offers: [] });
    expect(story.view().line).toMatchObject({ finding: 'packets-lost', evidence: { lossShare: 0.12 } });
  });

  test('on hold nothing is wrong with the line', () => {
    const story = scriptStory()
      .inConversation()
      .dismisses('ask-name')
      .agentHolds()
      .lineIsJudged('on-hold')
      .waits(30);
    story.thePanelShows({ offers: [] });
  });
});

describe('listening switched off', () => {
  test('in mid-call takes every suggestion back that came from the line, and by hand all is as before', () => {
    scriptStory()
      .greeted()
      .lineFallsSilent(6)
      .lineIsJudged('nobody-speaks')
      .thePanelShows({ offers: ['silent-caller'] })
      .listeningStops()
      .thePanelShows({ offers: [] })
      .picks('silent-caller')
      .stepDone()
      .waits(2)
      .callerAnswers()
      .thePanelShows({ script: null });
  });

  test('from the start suggests nothing, however long nobody speaks', () => {
    const story = scriptStory().greeted().waits(60).thePanelShows({ offers: [] });
    expect(story.view().line).toBeNull();
  });
});
