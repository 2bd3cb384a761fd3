/**
 * `npm run server` starts the server. `npm run server -- organisation NAME` adds an organisation
 * (with several clusters `organisation --cluster=CLUSTER NAME`),
 * `npm run server -- code ORGANISATION NUMBER [TEAM]` makes a code for a member who has lost every
 * device. Both also work while the server runs. `npm run server -- doctor [ADDRESS]` looks at what
 * the server needs, and at the address where agents reach it.
 */
import { inTenant } from './database/tenant.ts';
import { examine } from './doctor/examine.ts';
import { printFindings } from './doctor/print-findings.ts';
import { createOrganisation } from './members/create-organisation.ts';
import { listOrganisations } from './members/list-organisations.ts';
import { readConfig } from './operate/config.ts';
import { type OpenDatabase, openDatabases } from './operate/open-database.ts';
import { codeForNumber, type NoCode } from './sign-in/code-for-number.ts';
import { makeCode } from './sign-in/enrolment-code.ts';
import { startServer } from './start-server.ts';

const [command, ...words] = process.argv.slice(2);

if (command === 'doctor') {
  const findings = await examine(process.env, words[0] ?? null, Date.now);
  console.log(printFindings(findings));
  process.exit(findings.some(({ state }) => state === 'bad') ? 1 : 0);
}

try {
  const config = readConfig(process.env);
  const use = command === undefined ? 'serve' : 'visit';
  const databases = await openDatabases(config, (line) => console.error(line), use);
  const { byName, nameOf } = databases;

  const addOrganisation = async ({ db }: OpenDatabase, name: string) => {
    const admin = { number: '0001', name: '管理员' };
    const { org, member } = await createOrganisation(db, Date.now(), name, '一组', admin);
    printCode(
      await inTenant(db, { org, team: '*' }, (tx) => makeCode(tx, { org, member, by: 'server' }, Date.now())),
    );
    return org;
  };

  if (command === undefined) {
    const [first] = byName.values();
    if (nameOf === null && first !== undefined && (await listOrganisations(first.db)).length === 0)
      await addOrganisation(first, '三声');
    if ([...byName.values()].some(({ erasures }) => erasures === null))
      console.error(
        'ERASURE_DATABASE_URL is not set: a restored back-up brings back erased numbers and revoked devices.',
      );
    const server = await startServer(config, databases);
    console.error(`The server listens at ${server.url}.`);
    if (server.phonePort !== null) console.error(`Phones report at port ${server.phonePort}.`);
    let isEnding = false;
    const end = () => {
      // One Ctrl+C may arrive more than once, from the terminal and from parent processes.
      if (isEnding) return;
      isEnding = true;
      void server
        .stop()
        .then(databases.close)
        .then(() => process.exit(0));
    };
    process.on('SIGINT', end).on('SIGTERM', end);
  } else {
    if (command === 'organisation') await newOrganisation(words);
    else if (command === 'code') await newCode(words);
    else
      console.error(
        'There are: doctor [ADDRESS]; organisation [--cluster=CLUSTER] NAME; code ORGANISATION NUMBER [TEAM].',
      );
    await databases.close();
  }

  /** In the cluster that is named, or the only database. */
  async function newOrganisation(words: readonly string[]) {
    const [, cluster] = /^--cluster=(.+)$/.exec(words[0] ?? '') ?? [];
    const name = (cluster === undefined ? words : words.slice(1)).join(' ');
    const [only] = nameOf === null ? byName.values() : [];
    const database = cluster === undefined ? only : byName.get(cluster);
    if (database === undefined) {
      console.error(`Name the cluster: --cluster=${[...byName.keys()].join(' or ')}`);
      process.exitCode = 1;
      return;
    }
    const org = await addOrganisation(database, name);
    if (nameOf !== null && nameOf(org) !== cluster)
      console.error(`Add to the routing table, and start the servers again: "${org}": "${cluster}"`);
  }

  function databaseOf(org: string): OpenDatabase | undefined {
    const [only] = byName.values();
    return nameOf === null ? only : byName.get(nameOf(org) ?? '');
  }

  async function newCode([org = '', number = '', team]: readonly string[]) {
    const db = databaseOf(org)?.db;
    if (db === undefined) {
      console.error('No database has this organisation.');
      process.exitCode = 1;
      return;
    }
    const found = await codeForNumber(db, { org, number, team: team ?? null }, Date.now());
    if (found.ok) {
      console.error(`For ${number} of ${found.team}.`);
      printCode(found.code);
    } else {
      console.error(refusalText(found));
      process.exitCode = 1;
    }
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

function printCode({ code, expiresAt }: { readonly code: string; readonly expiresAt: number }) {
  console.error(`Enrolment code, good once until ${new Date(expiresAt).toISOString()}: ${code}`);
}

function refusalText(refused: NoCode): string {
  if (refused.reason === 'no-such-member') return 'There is no such member.';
  const teams = refused.teams.map(({ id, name }) => `  ${name} (${id})`).join('\n');
  return `Several teams have this number. Name one as the third word, by name or id:\n${teams}`;
}
