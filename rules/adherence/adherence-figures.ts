import type { Adherence, AdherenceKind, AdherenceLine } from '../../contract/note/adherence.ts';
import { type AdherenceScore, adherenceScore } from './adherence-score.ts';

/** A scored call, without anything of its caller. */
export interface ScoredNote {
  readonly note: string;
  /** Agent number. */
  readonly by: string;
  readonly at: number;
  readonly adherence: Adherence;
}

/** A line with the call in which it was judged. */
export interface CountedLine {
  readonly note: string;
  readonly at: number;
  readonly line: AdherenceLine;
}

export interface KindFigure extends AdherenceScore {
  readonly kind: AdherenceKind;
  /** The missed ones, newest first: they explain the figure. */
  readonly missed: readonly CountedLine[];
}

export interface SituationFigure extends AdherenceScore {
  /** Null: what concerns the call as a whole. */
  readonly situation: string | null;
  readonly calls: number;
  readonly kinds: readonly KindFigure[];
}

export interface AgentFigure extends AdherenceScore {
  readonly by: string;
  readonly calls: number;
  /** The lowest score first: what to speak about. */
  readonly situations: readonly SituationFigure[];
}

/** How the calls of a span kept to the handbook: by agent, and by situation of each. */
export function adherenceFigures(notes: readonly ScoredNote[]): readonly AgentFigure[] {
  const agents = [...new Set(notes.map(({ by }) => by))].sort();
  return agents.map((by): AgentFigure => {
    const own = notes.filter((one) => one.by === by);
    const counted = own.flatMap(({ note, at, adherence }) =>
      adherence.lines.map((line): CountedLine => ({ note, at, line })),
    );
    const situations = [...new Set(counted.map(({ line }) => line.situation))]
      .map((situation) => situationFigure(situation, counted))
      .filter(({ of }) => of > 0);
    return { by, calls: own.length, ...scoreOf(counted), situations: situations.sort(lowestFirst) };
  });
}

function situationFigure(situation: string | null, all: readonly CountedLine[]): SituationFigure {
  const counted = all.filter(({ line }) => line.situation === situation);
  const kinds = [...new Set(counted.map(({ line }) => line.kind))].map((kind): KindFigure => {
    const own = counted.filter(({ line }) => line.kind === kind);
    const missed = own.filter(({ line }) => line.outcome === 'missed');
    return { kind, ...scoreOf(own), missed: missed.toSorted((one, other) => other.at - one.at) };
  });
  return {
    situation,
    calls: new Set(counted.map(({ note }) => note)).size,
    ...scoreOf(counted),
    kinds: kinds.filter(({ of }) => of > 0).sort(lowestFirst),
  };
}

function scoreOf(counted: readonly CountedLine[]): AdherenceScore {
  return adherenceScore(counted.map(({ line }) => line));
}

function lowestFirst(one: AdherenceScore, other: AdherenceScore): number {
  return (one.score ?? 0) - (other.score ?? 0);
}
