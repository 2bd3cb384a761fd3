import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AgentWorkstation, openAgentWorkstation } from '../helpers/agent-workstation.ts';
import { axeFindings } from '../helpers/axe.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';
import { type RingingAudio, ringingAudio } from '../helpers/ringing-audio.ts';
import { until } from '../helpers/until.ts';
import { zoneWhereItIsTen } from '../helpers/zone-where-it-is-ten.ts';

const NUMBER = '13900008901';

const CALLEES = {
  [NUMBER]: { does: 'answer', afterMs: 3_000, says: 'callee-greeting' },
  '13900008904': { does: 'refuse', afterMs: 100, sipStatus: 480 },
} as const;

describeWith(['chromium', 'pdftoppm'], 'call-backs and handover', () => {
  let workstation: AgentWorkstation;
  let screen: PanelScreen;
  const zone = process.env['TZ'];

  beforeAll(async () => {
    process.env['TZ'] = zoneWhereItIsTen();
    workstation = await openAgentWorkstation({ callees: CALLEES });
    screen = panelScreen(workstation.panel);
  });
  afterAll(async () => {
    await workstation?.close();
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  const type = async (selector: string, text: string) => {
    await screen.appears(selector);
    await screen.focuses(selector);
    await workstation.panel.keyboard.type(text);
  };
  const openTab = (nth: number) => screen.presses(`.tab-bar__tab:nth-of-type(${nth})`);

  test('a call-back is planned by hand, called, led by its script, and its outcome comes from the answers', async () => {
    await openTab(4);
    await screen.presses('.call-backs > .button');
    await screen.presses('.time-choice__offered .button');
    await type('input[name="number"]', NUMBER);
    await type('input[name="surname"]', '王');
    await type('input[name="matter"]', '冰箱不制冷');
    await screen.presses('.plan-form .button--main');
    await screen.shows('.call-back-item', '冰箱不制冷');

    const ringing = workstation.exchange.waitForCallTo(NUMBER);
    await screen.presses('.call-back-item__matter .button');
    const call = await ringing;
    // A 180 without media: the ringing tone of China, until the answer (RFC 3960 §3.2).
    const host = await workstation.chromium.offscreen();
    let tones: readonly RingingAudio[] = [];
    await until('ringback sounds', async () => {
      tones = await ringingAudio(host);
      // Its length is known once it has begun to load.
      return tones.some(({ seconds }) => seconds !== null);
    });
    expect(tones).toMatchObject([{ loops: true, seconds: 5, muted: false, volume: 1, output: '' }]);
    await screen.shows('.script-card__title', '回访');
    await call.until('answered');
    await until('ringback is quiet', async () => (await ringingAudio(host)).length === 0);
    await screen.shows('.call-card__address', '王');
    // Introduction, asking for the person; the person, convenient, the question, satisfied.
    for (const press of ['next', 'next', 'first', 'next', 'first', 'next', 'first'] as const) {
      await screen.presses(
        press === 'next' ? '.script-advance > .button--main' : '.script-advance--branch .button',
      );
    }
    await call.hangUp();
    await screen.shows('.outcome-form__outcomes [aria-pressed="true"]', '满意');
    expect(await axeFindings(workstation.panel)).toEqual([]);
    await screen.presses('.outcome-form > .button');
    await screen.gone('.outcome-form');
    await screen.finishes();
    await openTab(4);
    await screen.shows('.call-backs__done', '满意');
  });

  test('one that nobody answers comes up again, for its next time', async () => {
    await screen.presses('.call-backs > .button');
    await screen.presses('.time-choice__offered .button');
    await type('input[name="number"]', '13900008904');
    await screen.presses('.plan-form .button--main');
    const ringing = workstation.exchange.waitForCallTo('13900008904');
    await screen.presses('.call-back-item__matter .button');
    await ringing;
    await screen.shows('.outcome-form__outcomes [aria-pressed="true"]', '没联系上');
    await screen.presses('.time-choice__offered .button:nth-of-type(2)');
    await screen.presses('.outcome-form > .button');
    await screen.gone('.call-back-item__more');
    await screen.shows('.call-back-item', '打过 1 次');
  });

  test('a handover sheet is generated, signed, and printed on one page', async () => {
    await openTab(5);
    await type('.handover__post input', '今晚 22 点系统维护');
    await screen.presses('.handover__post .button');
    await screen.shows('.handover__sheet', /约好的回访 \(1\)/);
    await type('.handover__area textarea', '王女士情绪激动');
    await screen.presses('.handover__sheet > .button--main');
    await screen.shows('details.handover__sheet', '王女士情绪激动');

    const opened = workstation.chromium.browser.waitForTarget((target) =>
      target.url().includes('handover.html#'),
    );
    await screen.presses('details.handover__sheet .button');
    const paper = await (await opened).asPage();
    await paper.waitForSelector('.handover-paper__signatures');
    const folder = await mkdtemp(join(tmpdir(), 'sansheng-paper-'));
    const pdf = join(folder, 'sheet.pdf');
    await writeFile(pdf, await paper.pdf({ preferCSSPageSize: true, printBackground: true }));
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
    for (const printed of ['交接单', '今晚 22 点系统维护', '139••••8904', '交班', '接班', '小林']) {
      expect(text.replaceAll(/\s+/g, ' ')).toContain(printed);
    }
    expect(text).not.toContain('打印');
    expect(text.split('\f').filter((sheet) => sheet.trim() !== '')).toHaveLength(1);
    execFileSync('pdftoppm', ['-r', '40', '-gray', pdf, join(folder, 'sheet')]);
    const ink = await shareOfInk(join(folder, 'sheet-1.pgm'));
    expect(ink).toBeGreaterThan(0.002);
    expect(ink).toBeLessThan(0.1);
    await rm(folder, { recursive: true });
    await paper.close();
  });

  test('the papers of the week are printed on A4, nothing is cut, and a long register goes on with its head', async () => {
    const open = async (link: string) => {
      const paper = await workstation.chromium.openPage(`paper.html#${link}`);
      await paper.waitForSelector('.paper__signatures');
      return paper;
    };
    const day = await workstation.panel.evaluate(() => new Date().toLocaleDateString('sv'));
    for (const [link, title, text] of [
      [`call-back-record/week/${day}`, '回访记录表', '没联系上'],
      [`call-back-summary/week/${day}`, '回访汇总表', '汇总'],
      [`complaint-statistics/week/${day}`, '客户投诉周统计表', '受理件数'],
      [`order-register/week/${day}`, '工单登记表', '主管'],
    ] as const) {
      const paper = await open(link);
      const { pages, sizes, words } = await printed(paper);
      await paper.close();
      expect({ link, pages, sizes }).toEqual({ link, pages: 1, sizes: [A4] });
      for (const shown of [title, text, '内部单据']) expect(words).toContain(shown);
      for (const tool of ['打印', '下载']) expect(words).not.toContain(tool);
    }
    // As long as the register of a busy week: rows are repeated on the page, their texts numbered.
    const paper = await open(`call-back-record/week/${day}`);
    await paper.evaluate(() => {
      const rows = document.querySelector('.paper__table tbody');
      const [row] = rows?.children ?? [];
      for (let n = 0; n < 90; n += 1) {
        const copy = row?.cloneNode(true);
        if (!(copy instanceof HTMLElement)) throw new Error('no row');
        const last = copy.lastElementChild;
        if (last !== null) last.textContent = `末${n}完`;
        rows?.append(copy);
      }
    });
    const long = await printed(paper);
    expect(long.pages).toBeGreaterThan(1);
    expect(new Set(long.sizes)).toEqual(new Set([A4]));
    for (let n = 0; n < 90; n += 1) expect(long.words).toContain(`末${n}完`);
    expect(long.words.split('联系电话')).toHaveLength(long.pages + 1);
    await paper.close();
  });
});

const A4 = '595x842';

/** A page as it is printed: its sheets, their size in points, and the words on them. */
async function printed(page: Page) {
  const folder = await mkdtemp(join(tmpdir(), 'sansheng-paper-'));
  const pdf = join(folder, 'paper.pdf');
  await writeFile(pdf, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  const boxes = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8' });
  await rm(folder, { recursive: true });
  const sizes = [...boxes.matchAll(/<page width="([\d.]+)" height="([\d.]+)"/g)];
  const words = [...boxes.matchAll(/xMin="([\d.]+)"[^>]*xMax="([\d.]+)"/g)];
  // Beyond the edge of the sheet a printer cuts.
  expect(words.filter(([, left, right]) => Number(left) < 0 || Number(right) > 596)).toEqual([]);
  return {
    pages: text.split('\f').filter((sheet) => sheet.trim() !== '').length,
    sizes: sizes.map(([, width, height]) => `${Math.round(Number(width))}x${Math.round(Number(height))}`),
    words: text.replaceAll(/\s+/g, ''),
  };
}

/** Dark pixels among all, of a PGM picture (P5). */
async function shareOfInk(path: string): Promise<number> {
  const picture = await readFile(path);
  const header = /^P5\s+\d+\s+\d+\s+255\s/.exec(picture.subarray(0, 40).toString('latin1'));
  if (header === null) throw new Error('not a grey picture');
  const pixels = picture.subarray(header[0].length);
  return pixels.filter((grey) => grey < 128).length / pixels.length;
}
