import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findPythonTools, type PythonTools } from '../install/find-python.ts';
import type { ClientContext } from '../install/npm-client.ts';
import { runClient } from '../install/run-client.ts';

const writer = fileURLToPath(new URL('./write-wheel.py', import.meta.url));

export interface WheelIndex {
  root: string;
  context: ClientContext;
  tools: PythonTools;
  /** Its content is one module of its name, or `files` by their paths. */
  add(distribution: string, version: string, metadata?: string[], files?: Record<string, string>): Promise<void>;
}

/** An index that is a folder of wheels, for an installer that asks no network. Null where there is no Python with pip. */
export async function openWheelIndex(t: TestContext): Promise<WheelIndex | null> {
  const root = await mkdtemp(join(tmpdir(), 'index-'));
  t.after(() => rm(root, { recursive: true }));
  const environment = {
    ...process.env,
    PIP_FIND_LINKS: root,
    PIP_NO_INDEX: '1',
    UV_FIND_LINKS: root,
    UV_NO_INDEX: '1',
  };
  const context = { environment, timeoutMs: 60_000 };
  const tools = { ...(await findPythonTools(root, context)), hasUv: false };
  const python = tools.pythons.find((each) => each.hasPip);
  if (!python) {
    const message = 'SKIP: no Python with pip; install it with: apt-get install python3-pip';
    if (process.env.ASSAY_REQUIRE_ALL === '1') throw new Error(message);
    t.skip(message);
    return null;
  }
  const add: WheelIndex['add'] = async (
    distribution,
    version,
    metadata = [],
    files = { [`${distribution}.py`]: 'x = 1\n' },
  ) => {
    const content = JSON.stringify({ files, metadata });
    const parameters = [writer, root, distribution, version, content];
    const answer = await runClient({ ...context, command: python.command, arguments: parameters, folder: root });
    assert.equal(answer.code, 0, answer.stderr);
  };
  return { root, context, tools: { ...tools, pythons: [python] }, add };
}
