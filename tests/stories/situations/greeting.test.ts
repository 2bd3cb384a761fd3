import { describe, expect, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

const WARNS = ['喂', '不耐烦'];

describe('greeting (§2.1)', () => {
  test('is read ahead while it rings and comes up by itself at the answer', () => {
    const story = scriptStory().callerRings('+86 139 0000 0001').untilRing(2);
    story.thePanelShows({ script: null, offers: [], hangUp: 'free' });
    expect(story.view().ahead?.situation.id).toBe('greeting');
    story
      .agentAnswers()
      .thePanelShows({ script: 'greeting', says: ['好', '示例服务热线', '0283', '帮您'], warns: WARNS })
      .waits(3)
      .stepDone()
      .thePanelShows({ script: null, hangUp: 'caller-first' });
    expect(story.view().phase).toBe('greeted');
  });

  test('says the time of day, by the local clock', () => {
    const at = (hour: number, utcOffsetMinutes = 480) =>
      scriptStory({ startsAt: Date.UTC(2026, 10, 23, hour) - 480 * 60_000, context: { utcOffsetMinutes } })
        .callerRings('+86 139 0000 0001')
        .agentAnswers();
    at(8).thePanelShows({ says: ['您好', '早上好', '帮您'] });
    at(9).thePanelShows({ says: ['您好', '上午好', '帮您'] });
    at(12).thePanelShows({ says: ['您好'], saysNot: ['上午好', '下午好', '晚上好'] });
    at(15).thePanelShows({ says: ['您好', '下午好'] });
    at(22).thePanelShows({ says: ['您好', '晚上好'] });
    at(2).thePanelShows({ says: ['您好'], saysNot: ['晚上好', '早上好'] });
    at(8, 540).thePanelShows({ says: ['上午好'] });
    at(6, 0).thePanelShows({ says: ['晚上好'] });
  });

  test('greets the festival on its days only', () => {
    const on = (month: number, day: number) =>
      scriptStory({ startsAt: Date.UTC(2027, month - 1, day, 4) })
        .callerRings('+86 139 0000 0001')
        .agentAnswers();
    on(2, 6).thePanelShows({ says: ['新春快乐', '您好', '帮您'] });
    on(2, 12).thePanelShows({ says: ['新春快乐'] });
    on(2, 13).thePanelShows({ saysNot: ['新春快乐'] });
    on(4, 5).thePanelShows({ saysNot: ['快乐', '清明'] });
  });

  test('reads naturally without an agent number or a hotline', () => {
    scriptStory({ context: { agentNumber: '', hotline: '  ' } })
      .callerRings('+86 139 0000 0001')
      .agentAnswers()
      .thePanelShows({ says: ['三声客服热线', '帮您'], saysNot: ['工号', '{', '[', 'undefined'] });
  });

  test('does not take the screen from an agent who picked a script while it rang', () => {
    scriptStory()
      .callerRings('+86 139 0000 0001')
      .picks('harassment')
      .agentAnswers()
      .thePanelShows({ script: 'harassment', offers: ['greeting'] });
  });
});
