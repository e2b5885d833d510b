import { join } from 'node:path';

/** Where a client keeps the servers that a person configured. */
export interface ConfigPlace {
  client: string;
  path: string;
  /** A project's file may be a stranger's, who would like to read a person's variables. */
  isProject: boolean;
}

/** The places that the clients themselves document, as of November 2026: the person's own, then the project's. */
export function clientConfigPlaces(home: string, project: string): ConfigPlace[] {
  const macSettings = join(home, 'Library/Application Support');
  const settings = join(home, '.config');
  const own = [
    ['Claude Desktop', join(macSettings, 'Claude/claude_desktop_config.json')],
    ['Claude Desktop', join(settings, 'Claude/claude_desktop_config.json')],
    ['Claude Code', join(home, '.claude.json')],
    ['Cursor', join(home, '.cursor/mcp.json')],
    ['Windsurf', join(home, '.codeium/windsurf/mcp_config.json')],
    ['VS Code', join(macSettings, 'Code/User/mcp.json')],
    ['VS Code', join(settings, 'Code/User/mcp.json')],
    ['Codex', join(home, '.codex/config.toml')],
  ] as const;
  const ofProject = [
    ['Claude Code', join(project, '.mcp.json')],
    ['Cursor', join(project, '.cursor/mcp.json')],
    ['VS Code', join(project, '.vscode/mcp.json')],
    ['Codex', join(project, '.codex/config.toml')],
  ] as const;
  const places = [
    ...own.map(([client, path]) => ({ client, path, isProject: false })),
    ...ofProject.map(([client, path]) => ({ client, path, isProject: true })),
  ];
  return places.filter(({ path }, index) => places.findIndex((place) => place.path === path) === index);
}
