import { describe, expect, test } from 'vitest';
import { orderStory } from '../../helpers/order-story.ts';
import { scriptStory } from '../../helpers/script-story.ts';

describe('chase-up (§2.52)', () => {
  const ledger = () => {
    const story = orderStory().as('0517');
    return story.opens('service', { promise: { by: 'complex', dueAt: story.now + 20 * 3_600_000 } }).events;
  };
  const asked = () =>
    scriptStory({ ledger: ledger() })
      .inConversation('013900001234')
      .picks('chase-up')
      .thePanelShows({ says: ['久等', '冰箱不制冷'], warns: ['再等等', '另开'] })
      .stepDone();

  test('state, owner and next deadline of a colleague’s order are in the sentence', () => {
    asked()
      .thePanelShows({ says: ['负责', '最晚', '点'] })
      .stepDone()
      .chooses('yes');
  });

  test('not accepted: it is noted in the existing order', () => {
    asked()
      .stepDone()
      .chooses('no')
      .thePanelShows({ says: ['催办'] })
      .stepDone();
    asked()
      .stepDone()
      .chooses('no')
      .stepDone()
      .thePanelShows({ asksTo: 'work-order' })
      .stepDone()
      .thePanelShows({ script: null });
  });

  test('who is told that somebody will be pressed is promised a remark; who accepts is not', () => {
    const story = asked().stepDone().chooses('no').waits(2);
    expect(story.lineLost().leaves()).toMatchObject([{ what: 'order-remark' }]);
    expect(asked().stepDone().chooses('yes').stepDone().callerHangsUp().leaves()).toEqual([]);
    const transferred = asked().stepDone().chooses('no').stepDone().agentTransfersTo('8100');
    expect(transferred.ends({ how: 'transferred', target: '8100' }).leaves()).toEqual([]);
  });

  test('is offered to a caller with an open complaint', () => {
    const story = scriptStory({ ledger: ledger() }).callerRings('013900001234').numberIs(['open-complaint']);
    story
      .untilRing(2)
      .agentAnswers()
      .waits(4)
      .stepDone()
      .thePanelShows({ offers: ['chase-up'] });
  });

  test('without a known case the sentence claims nothing', () => {
    scriptStory()
      .inConversation()
      .picks('chase-up')
      .stepDone()
      .thePanelShows({ says: ['请您放心'], saysNot: ['负责', '最晚'] });
  });
});
