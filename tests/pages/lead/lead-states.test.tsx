import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Lead } from '../../../pages/lead/frame/lead.tsx';
import { LEAD_REVIEW_STATES } from '../../../tools/gallery/states/lead-review-states.ts';
import { LEAD_STATES } from '../../../tools/gallery/states/lead-states.ts';
import { LEAD_TEAM_STATES } from '../../../tools/gallery/states/lead-team-states.ts';

const STATES = { ...LEAD_STATES, ...LEAD_TEAM_STATES, ...LEAD_REVIEW_STATES };
const nothing = () => {};

function html(state: string): string {
  const view = STATES[state];
  if (view === undefined) throw new Error(`No state ${state}`);
  return render(<Lead view={view} act={nothing} />);
}

describe('the lead’s desk', () => {
  it('has one main part in every state, under the names of its pages', () => {
    for (const state of Object.keys(STATES)) {
      expect([state, html(state).match(/<main/g)?.length]).toEqual([state, 1]);
    }
  });

  it('tells triggers as sentences, with the seconds of the settings where they have none', () => {
    expect(html('lead-situation')).toContain('已问候，顾客未开口、通话中时顾客 6 秒未出声');
    expect(html('lead-situation')).toContain('由坐席选用');
  });

  it('says what is wrong beside the field, in the list, and in the count of the situation', () => {
    const page = html('lead-problems');
    expect(page).toContain('须为 1–120 秒，现为 0');
    expect(page).toContain('silent-caller，步骤 1：等待须为 1–120 秒，现为 0');
    expect(page.match(/3 处要改/g)?.length).toBeGreaterThanOrEqual(2);
    expect(page).toContain('夜班话术.yaml 没有导入，草稿没有变');
  });

  it('names both sides of a conflict, and what each of them changed', () => {
    const page = html('lead-problems');
    expect(page).toMatch(/0102 周岚 在 [\d:]+ 改了同一处/);
    expect(page).toMatch(/0102 周岚<\/strong><ul><li>[^<]*接听时限：3 声 → 2 声<\/li><\/ul>/);
    expect(page).toMatch(/我这里<\/strong><ul>.*接听时限：3 声 → 4 声/);
    expect(page).toMatch(/触发条件 3：新增 [^<]*long-gone/);
    expect(page).toContain('离线，先存在本机');
  });

  it.each([
    ['lead-festivals', ['须为 1–15 天，现为 0'], 'festivals.1.lasts'],
    [
      'lead-orders',
      ['所指的负责人 nobody 不存在', '没有时限', '永远走不到'],
      'workOrders.kinds.0.stages.0.owner',
    ],
    ['lead-calendar', ['须为形如 2026-10-01 的日期'], 'calendar.shifted.0.day'],
    ['lead-shift', ['须为 0–3600 秒，现为 4000'], 'shift.wrapUpSeconds'],
  ])('says in %s what is wrong, at the field', (state, wrong, place) => {
    const page = html(state);
    for (const words of wrong) expect(page).toContain(words);
    expect(page).toMatch(
      new RegExp(`data-place="${place}"[^>]*aria-invalid="?(true)?|aria-invalid[^>]*data-place="${place}"`),
    );
  });

  it('has a field for everything that stands in those parts of the pack', () => {
    const fields = (state: string) =>
      [...html(state).matchAll(/data-place="([^"]+)"/g)].map(([, place]) => place);
    expect(fields('lead-orders')).toEqual(
      expect.arrayContaining([
        'workOrders.kinds.1.stages.0.name.zh-TW',
        'workOrders.kinds.1.deadlines.0.within.count',
        'workOrders.kinds.1.deadlines.0.metBy',
        'workOrders.major.batchCustomers',
        'workOrders.owners.0.name.en',
        'workOrders.promisesInWorkingDays.1',
      ]),
    );
    expect(fields('lead-courtesy')).toContain('courtesy.forbiddenPhrases.0.why.en');
    expect(fields('lead-calendar')).toContain('calendar.holidays.1.to');
    expect(fields('lead-shift')).toContain('shift.breaks.0.minutes');
  });

  it('has for each role the pages that are theirs', () => {
    const pages = (state: string) =>
      [...html(state).matchAll(/href="#\/(\w+)[^"]*"(?=[^>]*>[^<]*<\/a>)/g)].map(([, page]) => page);
    expect(pages('lead-presence')).toEqual(expect.arrayContaining(['presence', 'reports']));
    for (const page of ['scripts', 'publish', 'members']) expect(pages('lead-presence')).not.toContain(page);
    expect(pages('lead-publish')).toEqual(
      expect.arrayContaining(['scripts', 'publish', 'presence', 'reports', 'members']),
    );
    expect(pages('lead-agent')).toEqual([]);
  });

  it('lets a lead change neither an admin nor their own role, and make no admin', () => {
    const rows = html('lead-members').split('<tr>');
    const row = (name: string) => rows.find((one) => one.includes(name)) ?? '';
    expect(row('钱敏')).toMatch(/<select[^>]* disabled/);
    expect(row('钱敏')).not.toContain('生成加入码');
    expect(row('陈静')).toMatch(/<select[^>]* disabled/);
    expect(row('陈静')).not.toContain('离开团队');
    expect(row('李明')).not.toContain('管理员');
    expect(row('李明')).toContain('离开团队');
  });

  it('says when which suggestion comes in a recorded call', () => {
    expect(html('lead-try-out')).toMatch(/建议“无声电话”：/);
  });

  it('tells a change in words', () => {
    const page = html('lead-publish');
    expect(page).toMatch(/无声电话，[^<]*第 2 次等待：5 秒 → 4 秒/);
    expect(page).toContain('“三声客服热线” → “安心家电服务热线”');
    expect(page).toContain('1 人在用，1 人读过说明，0 人等待中 1 台拒收');
    expect(page).toContain('刚被别人改过');
  });

  it('keeps an unsound draft, and one by an untrusted key, from going out', () => {
    const form = html('lead-publish-first');
    expect(form).toContain('还有 2 处要改，改好才能发布');
    expect(form).toContain('你的签名钥匙已交上去');
    expect(form).toMatch(/<button type="submit"[^>]*disabled/);
  });

  it('shows who asks for help, who is coming, and nothing of a caller but the words of the agent', () => {
    const page = html('lead-presence');
    expect(page).toContain('0284 赵芳 · 辱骂');
    expect(page).toContain('0101 陈静 正在处理');
    expect(page).toContain('&lt;b>跨区域延保怎么算&lt;/b>');
    expect(page).not.toContain('<b>跨区域');
  });

  it('gives an enrolment code as text and as a picture', () => {
    expect(html('lead-members')).toContain('K7QM-2XPA-9FRT-C4WD');
    expect(html('lead-members')).toMatch(/<svg[^>]*role="img"[^>]*aria-label="加入码的二维码"/);
  });

  it('says why a page of the team is empty, and leads to where that is mended', () => {
    expect(html('lead-not-joined')).toMatch(/还没有加入团队.*打开设置/s);
  });

  it('says how many rows it leaves out, and only then', () => {
    expect(html('lead-review-unreadable')).toMatch(/role="status"[^>]*>团队有 3 条记录无法读取/);
    for (const state of ['lead-review', 'lead-members', 'lead-not-joined'])
      expect([state, html(state).includes('lead__unreadable')]).toEqual([state, false]);
  });
});
