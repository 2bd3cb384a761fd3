/**
 * `npm run server` starts the server. `npm run server -- organisation NAME` adds an organisation,
 * `npm run server -- code ORGANISATION NUMBER` makes a code for a member who has lost every device.
 */
import { inTenant } from './database/tenant.ts';
import { createOrganisation } from './members/create-organisation.ts';
import { listOrganisations } from './members/list-organisations.ts';
import { readConfig } from './operate/config.ts';
import { openDatabase } from './operate/open-database.ts';
import { makeCode } from './sign-in/enrolment-code.ts';
import { startServer } from './start-server.ts';

const [command, ...words] = process.argv.slice(2);

try {
  const config = readConfig(process.env);
  const database = await openDatabase(config, (line) => console.error(line));
  const { db } = database;

  const addOrganisation = async (name: string) => {
    const admin = { number: '0001', name: '管理员' };
    const { org, member } = await createOrganisation(db, Date.now(), name, '一组', admin);
    printCode(
      await inTenant(db, { org, team: '*' }, (tx) => makeCode(tx, { org, member, by: 'server' }, Date.now())),
    );
  };

  if (command === undefined) {
    if ((await listOrganisations(db)).length === 0) await addOrganisation('三声');
    const server = await startServer(config, database);
    console.error(`The server listens at ${server.url}.`);
    let isEnding = false;
    const end = () => {
      // One Ctrl+C may arrive more than once, from the terminal and from parent processes.
      if (isEnding) return;
      isEnding = true;
      void server
        .stop()
        .then(database.close)
        .then(() => process.exit(0));
    };
    process.on('SIGINT', end).on('SIGTERM', end);
  } else {
    if (command === 'organisation') await addOrganisation(words.join(' '));
    else if (command === 'code') await newCode(words[0] ?? '', words[1] ?? '');
    else console.error('There are: organisation NAME; code ORGANISATION NUMBER.');
    await database.close();
  }

  async function newCode(org: string, number: string) {
    const made = await inTenant(db, { org, team: '*' }, async (tx) => {
      const members = tx.selectFrom('members').select('member').where('org', '=', org);
      const found = await members
        .where('number', '=', number)
        .where('left_at', 'is', null)
        .executeTakeFirst();
      return found && (await makeCode(tx, { org, member: found.member, by: 'server' }, Date.now()));
    });
    if (made === undefined) console.error('There is no such member.');
    else printCode(made);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

function printCode({ code, expiresAt }: { readonly code: string; readonly expiresAt: number }) {
  console.error(`Enrolment code, good once until ${new Date(expiresAt).toISOString()}: ${code}`);
}
