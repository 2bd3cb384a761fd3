import { describe, expect, it, test } from 'vitest';
import { spokenNumber } from '../../../rules/spoken/spoken-number.ts';
import { scriptStory } from '../../helpers/script-story.ts';

describe('a caller’s number as it is read aloud', () => {
  it.each([
    ['CN', '+8613900001234', '139 0000 1234'],
    ['CN', '008613900001234', '139 0000 1234'],
    ['CN', '+862100001234', '021 0000 1234'],
    ['CN', '+867550001234', '0755 000 1234'],
    ['CN', '+8675500001234', '0755 0000 1234'],
    ['CN', '+864001003000', '400 100 3000'],
    ['CN', '13900001234', '139 0000 1234'],
    ['CN', '02100001234', '021 0000 1234'],
    ['CN', '12345', '12345'],
    ['CN', '8001', '8001'],
    ['CN', '+85221234567', '+852 2123 4567'],
    ['TW', '+886912345678', '0912 345 678'],
    ['TW', '0912345678', '0912 345 678'],
    ['HK', '+85221234567', '2123 4567'],
    ['UK', '+442071234567', '020 7123 4567'],
    ['CN', '021-12345678-801', '021 1234 5678-801'],
    ['CN', '400 100 2000', '400 100 2000'],
    ['CN', 'alice', 'alice'],
    ['CN', '', ''],
  ] as const)('in %s: %s is said as “%s”', (country, number, said) => {
    expect(spokenNumber(number, country)).toBe(said);
  });
});

test('the sentence that reads the number back says no +86', () => {
  const story = scriptStory().inConversation('+8613900001234').picks('query-look-up');
  for (let presses = 0; presses < 8; presses += 1) {
    const { run } = story.view();
    if (run?.text.includes('139') === true) break;
    if (run?.options.length !== 0) story.chooses(run?.options.find(({ id }) => id !== 'found')?.id ?? '');
    else story.stepDone();
  }
  story.thePanelShows({ says: ['139 0000 1234'], saysNot: ['+86'] });
});
