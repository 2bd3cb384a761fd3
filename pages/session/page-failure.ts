import { isPrivateContext } from '../../browser/private-context.ts';
import { TimeLimitError } from '../../calls/timing/time-limit.ts';
import type { PageFailure } from '../../components/page-trouble.tsx';
import { storageFailure } from '../../storage/storage-failure.ts';

/** Why a page could not open, from the error of its first load. */
export function pageFailureOf(error: unknown): PageFailure {
  if (isPrivateContext()) return 'private';
  if (error instanceof TimeLimitError) return 'silent';
  switch (storageFailure(error)) {
    case 'quota':
      return 'full';
    case 'corrupted':
      return 'store';
    case 'not-set-up':
    case 'unknown':
      return 'other';
  }
}
