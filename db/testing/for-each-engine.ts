import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, type TestContext } from 'node:test';
import postgres from 'postgres';
import { type Database, openDatabase } from '../open-database.ts';
import { startProgram } from './start-program.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface TestEngine {
  name: 'PGlite' | 'PostgreSQL';
  /** The URL of a new database with all migrations applied, gone after the test file. */
  newUrl(): Promise<string>;
  /** A new database, open, closed after the test. */
  newDatabase(test: TestContext): Promise<Database>;
}

/** Defines the same tests over PGlite and over a real PostgreSQL: the one that TEST_DATABASE_URL names, or its own. */
export function forEachEngine(define: (engine: TestEngine) => void): void {
  for (const [name, start] of [
    ['PGlite', startPGlite],
    ['PostgreSQL', startPostgres],
  ] as const) {
    describe(name, () => {
      let started: StartedEngine | undefined;
      before(async () => {
        started = await start();
      });
      after(() => started?.stop());
      const newUrl = async () => {
        if (!started) throw new Error(`${name} did not start`);
        return started.newUrl();
      };
      const newDatabase = async (test: TestContext) => {
        const database = await openDatabase(await newUrl());
        test.after(() => database.close());
        return database;
      };
      define({ name, newUrl, newDatabase });
    });
  }
}

interface StartedEngine {
  newUrl(): Promise<string>;
  stop(): Promise<void>;
}

/** Copies of one migrated folder: making it anew takes seconds. */
async function startPGlite(): Promise<StartedEngine> {
  const folder = temporaryFolder();
  const template = join(folder.path, 'template');
  await (await openDatabase(`pglite:${template}`)).close();
  let made = 0;
  return {
    newUrl: async () => {
      made += 1;
      const copy = join(folder.path, String(made));
      cpSync(template, copy, { recursive: true });
      return `pglite:${copy}`;
    },
    stop: async () => folder.remove(),
  };
}

async function startPostgres(): Promise<StartedEngine> {
  const server = await openServer();
  const admin = postgres(server.url, { max: 1, onnotice: () => {} });
  const prefix = `assay_test_${process.pid}_`;
  const names: string[] = [];
  const create = async (template: string) => {
    const name = `${prefix}${names.length}`;
    await admin.unsafe(`create database ${name} template ${template}`);
    names.push(name);
    return Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
  };
  await (await openDatabase(await create('template0'))).close();
  return {
    newUrl: () => create(`${prefix}0`),
    stop: async () => {
      for (const name of names) await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
      await server.stop();
    },
  };
}

async function openServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const server = startProgram('postgres-server.ts', [], true);
  return { url: await server.nextLine(), stop: server.finish };
}
