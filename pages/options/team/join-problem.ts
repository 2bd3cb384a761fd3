import type { ServerFailure } from '../../../contract/api/server-answer.ts';
import type { SignInProblem } from './sign-in-with.ts';
import type { JoinProblem } from './team-part-view.ts';

export function mistypedGroup(group: number): JoinProblem {
  return ([1, 2, 3, 4] as const).find((one) => one === group) ?? 'bad-code';
}

export function joinProblem(reason: ServerFailure | SignInProblem): JoinProblem {
  switch (reason) {
    case 'cancelled':
    case 'account-refused':
    case 'too-many':
      return reason;
    case 'bad-code':
    case 'signed-out':
    case 'not-allowed':
      return 'bad-code';
    case 'offline':
    case 'unavailable':
      return 'offline';
    case 'server-older':
    case 'extension-older':
      return 'older';
    default:
      return 'not-our-server';
  }
}
