import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Panel } from '../../../pages/panel/frame/panel.tsx';
import { PANEL_STATES } from '../../../tools/gallery/states/panel-states.ts';

const nothing = () => {};

function html(state: string): string {
  const view = PANEL_STATES[state];
  if (view === undefined) throw new Error(`No state ${state}`);
  return render(<Panel view={view} act={nothing} />);
}

describe('the panel', () => {
  it('has its live regions on the page in every state, before there is anything to say', () => {
    for (const state of Object.keys(PANEL_STATES)) {
      expect(html(state)).toContain('<p role="status" aria-live="polite">');
      expect(html(state)).toContain('<p role="alert" aria-live="assertive">');
    }
  });

  it('counts rings and seconds in words beside the marks', () => {
    expect(html('ringing-1')).toContain('第 1 声');
    expect(html('ringing-1')).toContain('还有 13 秒');
    expect(html('ringing-3')).toContain('还有 4 秒');
    expect(html('ringing-late')).toContain('已超 2 声');
  });

  it('names what works less well than it should, with a way to try again', () => {
    const view = PANEL_STATES['hold'];
    if (view === undefined) throw new Error('No state hold');
    const notices = ['microphone-lost', 'voice-silent', 'turn-refused'] as const;
    const shown = render(<Panel view={{ ...view, status: { ...view.status, notices } }} act={nothing} />);
    for (const words of ['麦克风断开了', '对方的声音放不出来', 'TURN 密钥不对', '再试一次'])
      expect(shown).toContain(words);
    expect(html('hold')).not.toContain('phone-notices');
  });

  it('says on the hang-up button what is still owed', () => {
    expect(html('silent-caller')).toContain('长按挂断');
    expect(html('silent-caller')).toContain('还有 2 步 · 5 秒');
    expect(html('hang-up-guarded')).toContain('请顾客先挂');
    expect(html('branch')).not.toContain('长按挂断');
  });

  it('says in words and with a sign that a caller has waited too long', () => {
    expect(html('hold')).toContain('保持中 0:20');
    expect(html('on-hold')).toContain('等久了 1:08，请取回');
    expect(html('muted')).toContain('已静音 0:12');
  });

  it('shows no button that does nothing for a call in a page, and says where its buttons are', () => {
    for (const state of ['ringing-in-page', 'talking-in-page']) {
      expect(html(state)).toContain('软电话的网页里操作');
      for (const control of ['ring-actions', 'call-controls', 'hang-up-button']) {
        expect(html(state)).not.toContain(control);
      }
    }
    expect(html('talking-in-page')).toContain('watch-only-actions');
  });

  it('is honest about a note that was not saved, and offers the text', () => {
    expect(html('save-failed')).toContain('没存上：磁盘满了');
    expect(html('save-failed')).toContain('复制');
    expect(html('save-failed')).toContain('再存一次');
    expect(html('save-failed')).not.toContain('已保存');
  });

  it('does not call a call that a colleague took a missed one', () => {
    const rows = html('idle').split('<li class="today-list__call');
    expect(rows.find((row) => row.includes('同事已接'))).not.toContain('today-list__call--missed');
    expect(rows.find((row) => row.includes('未接</span>') && row.startsWith(' today'))).toContain('--missed');
  });

  it('names what to mend, with the button that leads there', () => {
    expect(html('microphone-denied')).toMatch(/麦克风被拒绝.*打开设置/s);
  });

  it('keeps a ringing call in sight under every overlay', () => {
    expect(html('palette')).toContain('call-zone');
  });
});
