import { expect, test } from 'vitest';
import type { JournalEntry } from '../../calls/journal-entry.ts';
import { PanelJournal } from '../../pages/panel/frame/panel-journal.ts';
import { RulesMonitor } from '../../phone-host/call/rules-monitor.ts';
import { loadPack } from '../../tools/compile-pack.ts';
import { BEIJING } from '../helpers/script-story.ts';

const NOW = Date.UTC(2026, 10, 22, 1, 12);
const shipped = loadPack();
/** The same pack, but for what is said first: the greeting has another id. */
const renamed = {
  ...shipped,
  situations: shipped.situations.map((situation) =>
    situation.id === 'greeting' ? { ...situation, id: 'new-greeting' } : situation,
  ),
};
const packs = { pack: renamed, find: (key: string) => ({ old: shipped, new: renamed })[key] ?? null };

const call = (id: string, pack: string | null, seq: number): readonly JournalEntry[] => {
  const stamp = pack === null ? {} : { pack };
  const remoteParty = { number: '+8613900001234', displayName: null };
  const at = NOW + seq * 1000;
  return [
    { seq, source: 'jssip', event: { type: 'ringing', call: id, at, remoteParty, queuedMs: null }, ...stamp },
    { seq: seq + 1, source: 'jssip', event: { type: 'answered', call: id, at: at + 1000 } },
  ];
};
const ended = (id: string, seq: number): JournalEntry => ({
  seq,
  source: 'jssip',
  event: { type: 'ended', call: id, at: NOW + seq * 1000, end: { how: 'hung-up', by: 'remote-party' } },
});

test('each call of a day is replayed with the pack that it began under, in host and panel alike', () => {
  const entries = [...call('a', 'old', 1), ended('a', 9), ...call('b', 'new', 20)];
  const host = new RulesMonitor(packs, () => BEIJING);
  const panel = new PanelJournal(packs, () => BEIJING);
  for (const entry of entries.slice(0, 2)) host.apply(entry);
  expect(host.situation('a')).toBe('greeting');
  for (const entry of entries.slice(2)) host.apply(entry);
  expect(host.situation('b')).toBe('new-greeting');
  panel.append(entries);
  expect(panel.rules.calls.map(({ run }) => run?.situation)).toContain('new-greeting');
});

test('an entry without a name goes on with the pack of the entry before it; a pack that is gone is the one in use', () => {
  const host = new RulesMonitor(packs, () => BEIJING);
  for (const entry of call('a', 'thrown-away', 1)) host.apply(entry);
  expect(host.situation('a')).toBe('new-greeting');
});
