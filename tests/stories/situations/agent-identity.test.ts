import { describe, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

const WARNS = ['个人信息', '不斥责', '不直接挂断'];

describe('agent-identity (§2.34)', () => {
  test('the agent number and nothing else', () => {
    scriptStory({ context: { agentName: '测试姓名' } })
      .inConversation()
      .picks('agent-identity')
      .thePanelShows({ says: ['工号', '0283'], saysNot: ['测试姓名'], warns: WARNS, hangUp: 'caller-first' })
      .stepDone()
      .chooses('no')
      .thePanelShows({ says: ['帮您'] })
      .stepDone()
      .thePanelShows({ script: null });
  });

  test('if pressed: the rule of the company', () => {
    scriptStory({ context: { agentName: '测试姓名' } })
      .inConversation()
      .picks('agent-identity')
      .stepDone()
      .chooses('yes')
      .thePanelShows({ says: ['抱歉', '公司规定', '工号'], saysNot: ['测试姓名'], warns: WARNS });
  });
});
