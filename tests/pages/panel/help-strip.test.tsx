import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import type { HelpRefusal } from '../../../contract/messages/presence-message.ts';
import { HelpStrip } from '../../../pages/panel/help/help-strip.tsx';
import { HELP_STATES } from '../../../tools/gallery/states/help-states.ts';

const REASONS: Readonly<Record<HelpRefusal, string>> = {
  content: '求助未被接受：请修改说明重试',
  'too-many': '求助太频繁',
  'signed-out': '求助发不出去：本机已退出团队',
  'not-allowed': '您的角色没有权限',
  version: '扩展与服务器版本不一致',
};

const html = (why: HelpRefusal) =>
  render(
    <HelpStrip
      view={{ help: { status: 'refused', id: 'h1', why }, message: null, summary: '' }}
      act={() => {}}
    />,
  );

it.each(Object.entries(REASONS))('a request that is refused says why: %s', (why, text) => {
  if (!isReason(why)) throw new Error(why);
  const strip = html(why);
  expect(strip).toContain(text);
  // Announced to who does not see it, and not still on its way.
  expect(strip).toContain('role="status"');
  expect(strip).not.toContain('正在重试');
});

it('is part of the gallery', () => {
  expect(HELP_STATES['help-refused']).toBeDefined();
});

function isReason(why: string): why is HelpRefusal {
  return Object.hasOwn(REASONS, why);
}
