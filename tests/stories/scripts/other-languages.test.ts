import { describe, test } from 'vitest';
import type { Pack } from '../../../contract/pack/pack.ts';
import { pack } from '../../../scripts/pack.yaml';
import { wordsIn } from '../../../tools/words-in.ts';
import { scriptStory } from '../../helpers/script-story.ts';

const answeringIn = (answersAlsoIn: Pack['settings']['answersAlsoIn']): Pack => ({
  ...pack,
  settings: { ...pack.settings, answersAlsoIn },
});
const picked = (language: 'zh-CN' | 'zh-TW' | 'en', of: Pack = pack) =>
  scriptStory({ pack: of, context: { language, words: wordsIn(language) } })
    .inConversation()
    .picks('dialect-understood');

describe('other languages of service are an option of the pack', () => {
  test('in Taiwan 台語 and 客語 are answered in the same language', () => {
    picked('zh-TW').thePanelShows({ says: ['國語', '台語或客語', '同一種語言'], saysNot: ['方言'] });
  });

  test('on the mainland it is Mandarin always, and no other language is named', () => {
    picked('zh-CN').thePanelShows({
      says: ['始终用普通话回答'],
      saysNot: ['同一种话'],
      warns: ['不跟着改讲方言'],
    });
  });

  test('a team in Guangzhou may answer in 粤语, and in no other dialect', () => {
    picked('zh-CN', answeringIn([{ speech: 'zh-CN', languages: ['粤语'] }])).thePanelShows({
      says: ['粤语', '同一种话'],
      warns: ['除粤语外，不跟着改讲方言'],
    });
  });

  test('a team in Taiwan that switches the option off answers in 國語', () => {
    picked('zh-TW', answeringIn([])).thePanelShows({ says: ['國語'], saysNot: ['台語', '同一種'] });
  });

  test('in English it is named as well', () => {
    picked('en', answeringIn([{ speech: 'en', languages: ['Cantonese'] }])).thePanelShows({
      says: ['Mandarin', 'or in Cantonese'],
    });
  });
});
