import type { TeamServer } from '../../helpers/team-server.ts';
import { until } from '../../helpers/until.ts';

const DAY_MS = 86_400_000;

/** The team's notes up to tomorrow, as the server gives them to a lead: JSON. */
export async function teamNotes(server: TeamServer): Promise<string> {
  return JSON.stringify(await server.ask('GET', `/v1/teams/:team/notes?from=0&to=${Date.now() + DAY_MS}`));
}

/** "Synced" may still be shown of what was before the last change. */
export async function noteIsSent(server: TeamServer, text: RegExp): Promise<void> {
  await until(`the note ${text} is sent`, async () => text.test(await teamNotes(server)));
}
