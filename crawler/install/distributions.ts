import { readdir } from 'node:fs/promises';

/** One distribution of a folder that wheels were installed into. */
export interface Distribution {
  /** As the folder of its metadata writes it: not normalised. */
  name: string;
  version: string;
  /** The folder of its metadata: `<name>-<version>.dist-info`, by PEP 427. */
  info: string;
}

/** The distributions that are installed in a folder, in no order. Throws where there is no such folder. */
export async function readDistributions(folder: string): Promise<Distribution[]> {
  const entries = (await readdir(folder)).filter((entry) => entry.endsWith('.dist-info'));
  return entries.map((info) => {
    const stem = info.slice(0, -'.dist-info'.length);
    const dash = stem.lastIndexOf('-');
    return { name: stem.slice(0, dash), version: stem.slice(dash + 1), info };
  });
}
