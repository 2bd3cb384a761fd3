/** One thing that was looked at. `remedy` says what an operator can do about it. */
export type Finding =
  | { readonly state: 'good'; readonly about: string; readonly says: string }
  | {
      readonly state: 'doubtful' | 'bad';
      readonly about: string;
      readonly says: string;
      readonly remedy: string;
    };

export function good(about: string, says: string): Finding {
  return { state: 'good', about, says };
}

/** The server works, but an operator should look at it. */
export function doubtful(about: string, says: string, remedy: string): Finding {
  return { state: 'doubtful', about, says, remedy };
}

/** The server does not start, loses data or cannot be reached. */
export function bad(about: string, says: string, remedy: string): Finding {
  return { state: 'bad', about, says, remedy };
}
