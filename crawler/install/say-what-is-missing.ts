import { type ClientContext, runNpm } from './npm-client.ts';

/** One sentence on a package, or a version or tag of it, that the registry does not have. `folder` is one of ours. */
export async function sayWhatIsMissing(
  folder: string,
  name: string,
  version: string | null,
  context: ClientContext,
): Promise<string> {
  if (version !== null) {
    const flags = ['--json', '--loglevel=error', '--workspaces=false', '--fetch-retries=1'];
    const { stdout } = await runNpm(context, folder, ['view', ...flags, '--', `${name}@latest`, 'version']);
    const newest = /^\s*"(\d+\.\d+\.\d+[0-9A-Za-z.+-]*)"\s*$/.exec(stdout)?.[1];
    if (newest) return `The registry has no version ${version} of ${name}; the newest is ${newest}.`;
  }
  return `The registry has no package ${name}.`;
}
