import { describe, test } from 'vitest';
import { orderStory } from '../../helpers/order-story.ts';
import { OWN_NOTE, scriptStory } from '../../helpers/script-story.ts';
import { HOUR, MINUTE, planned, TeamStory } from '../../helpers/team-story.ts';

/** The numbers of helpers/order-story.ts and helpers/team-story.ts. */
const HERS = '+86 139 0000 1234';
/** Half past nine on a Monday morning, when stories begin. */
const HALF_PAST_NINE = Date.UTC(2026, 10, 23, 1, 30);

describe('return-answer speaks of the order it was made for', () => {
  const calls = (orders: ReturnType<typeof orderStory>) =>
    scriptStory({ ledger: orders.events, startsAt: orders.now })
      .agentDials(HERS)
      .numberIs([], ['promised-answer'])
      .names('王', 'ms')
      .waits(5)
      .remoteAnswers()
      .thePanelShows({ script: 'return-answer' })
      .stepDone()
      .stepDone()
      .chooses('yes');
  const tomorrowAtTen = { by: 'agreed', dueAt: HALF_PAST_NINE + 24.5 * HOUR } as const;

  test('its matter in the sentence; the result, which stands nowhere, is left to the agent', () => {
    calls(orderStory().opens('quality', { promise: tomorrowAtTen }))
      .chooses('settled')
      .thePanelShows({ says: ['反映的冰箱不制冷的问题', '结果出来了。'], saysNot: ['：', '{', '['] });
  });

  test('a promise that was moved is told by its new time', () => {
    calls(
      orderStory()
        .opens('quality', { promise: { by: 'simple', dueAt: HALF_PAST_NINE + 2 * HOUR } })
        .passes(1, 'h')
        .promises(23.5, false),
    )
      .chooses('not-yet')
      .thePanelShows({ says: ['还在处理', '抱歉，我们会在明天上午十点前给您答复。'] });
  });

  test('a time that has passed is not promised again', () => {
    calls(
      orderStory()
        .opens('quality', { promise: { by: 'simple', dueAt: HALF_PAST_NINE + 2 * HOUR } })
        .passes(3, 'h'),
    )
      .chooses('not-yet')
      .thePanelShows({ says: ['还在处理', '非常抱歉。'], saysNot: ['前给您答复', '点'] });
  });

  test('a matter as long as a letter is left out', () => {
    const matter = '客户说昨天上午在城东门店买的那台双开门冰箱送到家以后一直不制冷';
    calls(orderStory().opens('quality', { matter, promise: tomorrowAtTen }))
      .chooses('settled')
      .thePanelShows({ says: ['您之前反映的问题，处理结果'], saysNot: ['双开门'] });
  });

  test('an order of another number has no part in it', () => {
    calls(orderStory().opens('quality', { number: '+86 139 0000 7777', promise: tomorrowAtTen }))
      .chooses('settled')
      .thePanelShows({ says: ['您之前反映的问题'], saysNot: ['冰箱'] });
  });
});

describe('a call-back', () => {
  const calls = (team: TeamStory) =>
    scriptStory({ ledger: team.events, startsAt: team.now })
      .agentDials(HERS)
      .numberIs([], ['call-back'])
      .waits(5)
      .remoteAnswers()
      .picks('call-back')
      .stepDone()
      .stepDone()
      .chooses('yes')
      .stepDone()
      .chooses('yes');

  test('asks about what was to be asked about', () => {
    const team = new TeamStory(HALF_PAST_NINE);
    calls(team.tell('c1', planned(team.now, { matter: '发票重开，抬头写错' }))).thePanelShows({
      says: ['反映的发票重开的问题', '满意吗'],
    });
  });

  test('for an order tells of the order where nothing else was written', () => {
    const order = orderStory(HALF_PAST_NINE).opens('quality', { matter: '洗衣机漏水' });
    const team = new TeamStory(HALF_PAST_NINE + MINUTE);
    team.tell('c1', planned(team.now, { matter: '', order: 'order-1' }));
    team.events.unshift(...order.events);
    calls(team).thePanelShows({ says: ['洗衣机漏水的问题'] });
  });

  test('to somebody whose name is not known asks for the customer in person', () => {
    scriptStory()
      .agentDials(HERS)
      .waits(5)
      .remoteAnswers()
      .picks('call-back')
      .stepDone()
      .thePanelShows({ says: ['请问您是机主本人吗？'] });
  });

  test('without any of it the question still stands', () => {
    const team = new TeamStory(HALF_PAST_NINE);
    calls(team.tell('c1', planned(team.now, { matter: '' }))).thePanelShows({
      says: ['您之前反映的问题，处理结果您还满意吗'],
    });
  });
});

describe('a complaint on the line', () => {
  test('what was noted is said back', () => {
    const story = scriptStory().inConversation().notes('送货晚了三天，没人通知').picks('complaint-intake');
    story.stepDone().stepDone();
    story.thePanelShows({ says: ['您说的是送货晚了三天，对吗？'] });
  });

  test('with nothing noted the question still reads', () => {
    scriptStory()
      .inConversation()
      .picks('complaint-intake')
      .stepDone()
      .stepDone()
      .thePanelShows({ says: ['您说的是这样，对吗？'] });
  });

  test('an older order of the number is not put into the caller’s mouth', () => {
    scriptStory({ ledger: orderStory().opens('quality', { note: 'another' }).events })
      .inConversation(HERS)
      .picks('complaint-intake')
      .stepDone()
      .stepDone()
      .thePanelShows({ saysNot: ['冰箱'] });
  });
});

describe('complaint-close promises what the order promises', () => {
  const closes = (by: 'simple' | 'complex' | 'agreed' | null, hours = 0) => {
    const promise = by === null ? null : { by, dueAt: HALF_PAST_NINE + hours * HOUR };
    const orders = orderStory().opens('quality', { note: OWN_NOTE, promise });
    return scriptStory({ ledger: orders.events }).inConversation(HERS).picks('complaint-close').stepDone();
  };

  test('within how long, as it was chosen in the order', () => {
    closes('simple', 2).thePanelShows({ says: ['我们会在2小时内给您答复，您看这样可以吗？'] });
    closes('complex', 24).thePanelShows({ says: ['我们会在24小时内给您答复，您看'], saysNot: ['前给您'] });
  });

  test('until when, where a time was agreed', () => {
    closes('agreed', 6.5).thePanelShows({
      says: ['我们会在今天下午四点前给您答复，您看这样可以吗？'],
      saysNot: ['小时', '内'],
    });
  });

  test('no order yet: by what the call itself has said', () => {
    closes(null).thePanelShows({ says: ['24小时内'] });
    scriptStory()
      .inConversation()
      .picks('cannot-answer-complaint')
      .stepDone()
      .chooses('simple')
      .thePanelShows({ says: ['2小时'] })
      .stepDone()
      .stepDone()
      .picks('complaint-close')
      .stepDone()
      .thePanelShows({ says: ['2小时内'], saysNot: ['24'] });
  });

  test('a VIP is answered sooner', () => {
    scriptStory()
      .callerRings(HERS)
      .numberIs(['vip'])
      .agentAnswers()
      .waits(4)
      .stepDone()
      .picks('complaint-close')
      .stepDone()
      .thePanelShows({ says: ['2小时内'], saysNot: ['24'] });
  });
});

describe('whom a call could not be handed to', () => {
  test('take-message names them', () => {
    scriptStory()
      .inConversation()
      .agentTransfersTo('8002')
      .transferFails(480)
      .picks('take-message')
      .thePanelShows({ says: ['抱歉，热线主管', '现在不在座位上'] });
  });

  test('out-of-scope and transfer-department name the department and its number', () => {
    scriptStory()
      .inConversation()
      .agentTransfersTo('8200')
      .transferFails(486)
      .picks('transfer-department')
      .thePanelShows({ says: ['由维修服务部', '负责'] })
      .picks('out-of-scope')
      .stepDone()
      .thePanelShows({ says: ['维修服务部', '电话是8200'] });
  });

  test('without any, nobody is named and the sentence stands', () => {
    scriptStory()
      .inConversation()
      .picks('take-message')
      .thePanelShows({ says: ['抱歉，您要找的同事现在不在座位上'] })
      .picks('transfer-department')
      .thePanelShows({ says: ['您的问题由相关部门负责'] });
  });
});
