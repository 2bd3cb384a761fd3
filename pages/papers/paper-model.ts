import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Instant } from '../../calls/call-event.ts';
import type { PackLanguage } from '../../contract/pack/localized-text.ts';
import { type ExportFile, workbookFile } from '../../contract/table/export-file.ts';
import { foldCallBacks } from '../../rules/call-backs/fold-call-backs.ts';
import { spanOfDay } from '../../rules/figures/figure-span.ts';
import type { Zone } from '../../rules/time/zone-offset.ts';
import { foldWorkOrders } from '../../rules/work-orders/fold-work-orders.ts';
import { orderRulesOf } from '../../rules/work-orders/order-rules.ts';
import type { PagePacks } from '../session/page-packs.ts';
import type { TeamLog } from '../session/team-log.ts';
import { orderPaper } from './order-papers.ts';
import type { Paper } from './paper.ts';
import { readPaperLink } from './paper-link.ts';
import { paperTables } from './paper-tables.ts';
import { spanPaper } from './span-papers.ts';

/** What is done with a paper, for the record of what left the computer. */
export type PaperUse = 'opened' | 'printed' | 'exported';

interface PaperParts {
  /** What follows `#` in the address. */
  readonly address: string;
  readonly teamLog: Pick<TeamLog, 'events'>;
  readonly packs: Pick<PagePacks, 'pack'> & Partial<Pick<PagePacks, 'find'>>;
  readonly language: PackLanguage;
  readonly now: Instant;
  readonly timeZone: string;
  readonly utcOffsetMinutes: Zone;
  readonly record: (paper: string, how: PaperUse) => Promise<void>;
  readonly print: () => void;
  readonly save: (file: ExportFile) => void;
}

/** One paper, from the team's events. Full numbers are in it: each use is recorded first. */
export class PaperModel {
  readonly paper: ReadonlySignal<Paper | null> = computed(() => this.#paper());
  /** What was asked for could not be recorded or made, and was not done. */
  readonly failed: Signal<boolean> = signal(false);
  readonly #parts: PaperParts;

  constructor(parts: PaperParts) {
    this.#parts = parts;
  }

  /** Once the events are loaded. */
  async opened(): Promise<void> {
    await this.#use('opened', () => {});
  }

  async print(): Promise<void> {
    await this.#use('printed', () => this.#parts.print());
  }

  async save(): Promise<void> {
    await this.#use('exported', async (paper) => {
      const { name } = paper;
      this.#parts.save(await workbookFile(name, paperTables(paper)));
    });
  }

  async #use(how: PaperUse, act: (paper: Paper) => unknown): Promise<void> {
    const paper = this.paper.value;
    if (paper === null) return;
    try {
      await this.#parts.record(paper.name, how);
      await act(paper);
      this.failed.value = false;
    } catch (error) {
      console.error(`papers: not ${how}`, error);
      this.failed.value = true;
    }
  }

  #paper(): Paper | null {
    const { address, teamLog, packs, language, now, timeZone, utcOffsetMinutes } = this.#parts;
    const link = readPaperLink(address);
    if (link === null) return null;
    const { pack } = packs;
    const events = teamLog.events.value;
    const rules = orderRulesOf(pack, utcOffsetMinutes, (key) => packs.find?.(key) ?? null);
    const sources = { orders: foldWorkOrders(events, rules), rules, pack, language, timeZone, now };
    if (link.of === 'order') return orderPaper(link.paper, link.order, sources);
    const span = spanOfDay(link.span, link.day, utcOffsetMinutes);
    return spanPaper(link.paper, span, { ...sources, callBacks: foldCallBacks(events).callBacks });
  }
}
