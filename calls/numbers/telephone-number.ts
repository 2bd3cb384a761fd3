/** A telephone number to be dialled, and what is dialled after the answer. */
export interface TelephoneNumber {
  /** Digits, after a `+` if it is global; a service code also has `*` and `#`. */
  readonly number: string;
  readonly extension: string | null;
}

/** As text that is read back as the same: RFC 3966 §5.3. */
export function writtenNumber({ number, extension }: TelephoneNumber): string {
  return extension === null ? number : `${number};ext=${extension}`;
}
