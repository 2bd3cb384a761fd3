/** The cost of the rules: an event in a long call, a key in the palette, compiling a pack. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { match } from 'pinyin-pro';
import { parse } from 'yaml';
import { textIn } from '../contract/pack/localized-text.ts';
import { parsePack } from '../contract/pack/parse-pack.ts';
import { foldRules } from '../rules/call/fold-rules.ts';
import type { RulesContext } from '../rules/call/rules-context.ts';
import { NO_RULES } from '../rules/call/rules-state.ts';
import { viewRules } from '../rules/call/view-rules.ts';
import { findScripts, type Likelihood } from '../rules/search/find-script.ts';
import { buildSearchIndex } from '../rules/search/script-search-index.ts';
import { compilePack, loadPack, SCRIPTS_DIR } from '../tools/compile-pack.ts';
import { hanziReadings } from '../tools/hanzi-readings.ts';
import { wordsIn } from '../tools/words-in.ts';
import { packJsonSchema } from '../tools/write-pack-schema.ts';
import { fromSamples, type Measurement, numberOption, printReport } from './helpers/bench-report.ts';
import { bigPack } from './rules/big-pack.ts';
import { longJournal } from './rules/long-journal.ts';

const situations = numberOption('situations', 500);
const hours = numberOption('hours', 2);
const of = (metric: string, subject: string) => ({ bench: 'rules', metric, subject, unit: 'ms' });
const shipped = loadPack();
const READINGS = hanziReadings();
const pack = bigPack(shipped, situations);
const journal = longJournal(hours);
const context: RulesContext = {
  language: 'zh-CN',
  words: wordsIn('zh-CN'),
  utcOffsetMinutes: 480,
  cadence: 'CN',
  hotline: '示例服务热线',
  agentNumber: '0283',
  agentName: '',
  values: {},
};

const rows: Measurement[] = [...events(), ...keystrokes(), ...packs()];
printReport(rows);

function timed(action: () => unknown): number {
  const before = performance.now();
  action();
  return performance.now() - before;
}

function events(): Measurement[] {
  const metric = `event → view, ${pack.situations.length} situations, ${journal.length} entries`;
  const ours = () => {
    let state = NO_RULES;
    return journal.map((entry) =>
      timed(() => {
        state = foldRules(state, entry, pack, context);
        viewRules(state, pack, context, entry.event.at);
      }),
    );
  };
  ours();
  const refold = (upTo: number, own: boolean) => {
    const last = journal[upTo - 1]?.event;
    const call = own && last !== undefined && 'call' in last ? last.call : null;
    const past = journal
      .slice(0, upTo)
      .filter(({ event }) => call === null || !('call' in event) || event.call === call);
    const state = past.reduce((before, entry) => foldRules(before, entry, pack, context), NO_RULES);
    viewRules(state, pack, context, last?.at ?? 0);
  };
  const points = Array.from({ length: 40 }, (_, n) => Math.floor(((n + 1) * journal.length) / 40));
  return [
    fromSamples(of(metric, 'ours'), ours()),
    fromSamples(
      of(metric, 'refold the call'),
      points.map((upTo) => timed(() => refold(upTo, true))),
    ),
    fromSamples(
      of(metric, 'refold the journal'),
      points.map((upTo) => timed(() => refold(upTo, false))),
    ),
  ];
}

function keystrokes(): Measurement[] {
  const metric = `key in the palette, ${pack.situations.length} situations`;
  const typed = [
    'z',
    'zy',
    'zyd',
    'zayin',
    'w',
    'ws',
    'wsdh',
    '杂',
    '再见',
    'silent',
    '您',
    'qqq',
    '',
    'hold',
  ];
  const rounds = Array.from({ length: 30 }, () => typed).flat();
  const likelihood: Likelihood = { phase: 'talking', suggested: [], pinned: [], uses: new Map() };
  const index = buildSearchIndex(pack, wordsIn('zh-CN'), READINGS);
  const plain = (query: string) =>
    pack.situations.filter(({ id, title, steps }) =>
      [id, textIn(title, 'zh-CN'), ...steps.map(({ text }) => textIn(text, 'zh-CN'))].some((text) =>
        text.includes(query),
      ),
    );
  const withLibrary = (query: string) =>
    pack.situations.filter(({ title }) => match(textIn(title, 'zh-CN'), query) !== null);
  const measure = (find: (query: string) => unknown, queries: readonly string[]) =>
    queries.map((query) => timed(() => find(query)));
  const ours = (query: string) => findScripts(index, query, likelihood);
  measure(ours, typed);
  return [
    fromSamples(of(metric, 'ours'), measure(ours, rounds)),
    fromSamples(of(metric, 'includes(), no pinyin'), measure(plain, rounds)),
    fromSamples(of(metric, 'pinyin-pro match(), titles only'), measure(withLibrary, typed)),
    fromSamples(
      of(`palette index, ${pack.situations.length} situations`, 'ours'),
      Array.from({ length: 10 }, () => timed(() => buildSearchIndex(pack, wordsIn('zh-CN'), READINGS))),
    ),
  ];
}

function packs(): Measurement[] {
  const json: unknown = JSON.parse(JSON.stringify(pack));
  const ajv = new Ajv({ strict: false }).addSchema({ ...JSON.parse(packJsonSchema()), $id: 'pack' });
  const isSituation = ajv.getSchema('pack#/$defs/situation');
  const validate = () => pack.situations.every((situation) => isSituation?.(situation) === true);
  if (!validate()) throw new Error('The peer refuses the pack, so there is nothing to compare.');
  const repeat = (times: number, action: () => unknown) => Array.from({ length: times }, () => timed(action));
  const files = readdirSync(SCRIPTS_DIR, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.yaml'),
  );
  const checked = `pack checked, ${pack.situations.length} situations`;
  const compiled = `scripts/ compiled, ${files.length} files`;
  return [
    fromSamples(
      of(checked, 'ours'),
      repeat(30, () => parsePack(json)),
    ),
    fromSamples(of(checked, 'ajv, shape only'), repeat(30, validate)),
    fromSamples(
      of(compiled, 'ours'),
      repeat(10, () => compilePack()),
    ),
    fromSamples(
      of(compiled, 'yaml parse alone'),
      repeat(10, () => files.map((file) => parse(readFileSync(join(SCRIPTS_DIR, file), 'utf8')))),
    ),
  ];
}
