/** A file that servers read from their home by themselves, with content that names nothing real. */
interface WellKnownFile {
  /** Relative to the home. */
  path: string;
  /** Words of a server that misses it. */
  missed: RegExp;
  content: string;
}

const kubeconfig = `apiVersion: v1
kind: Config
clusters:
  - name: placeholder
    cluster: { server: "https://localhost:6443" }
users:
  - name: placeholder
    user: { token: placeholder }
contexts:
  - name: placeholder
    context: { cluster: placeholder, user: placeholder }
current-context: placeholder
`;

const wellKnown: readonly WellKnownFile[] = [
  {
    path: '.kube/config',
    missed: /kubeconfig|\.kube\/config|KUBERNETES_(?:SERVICE|MASTER)|no (?:active cluster|current.context)/i,
    content: kubeconfig,
  },
  {
    path: '.aws/config',
    missed: /\.aws\/(?:config|credentials)|config profile \(\S{1,60}\) could not be found/i,
    content: '[default]\nregion = us-east-1\naws_access_key_id = placeholder\naws_secret_access_key = placeholder\n',
  },
];

const missedInHome = /(?:ENOENT|[Nn]o such file)[^\n]{0,80}?['" ]\/home\/assay\/([\w./-]{1,120}\.json)\b/g;

/** The files of its home, path → content, that a server's own words miss and that can be made up; empty for none. */
export function makeMissedFiles(stderr: string): Record<string, string> {
  const text = stderr.slice(-20_000);
  const known = wellKnown.filter(({ missed }) => missed.test(text)).map(({ path, content }) => [path, content]);
  const json = [...text.matchAll(missedInHome)]
    .map((match) => match[1] ?? '')
    .filter((path) => !path.split('/').some((part) => part === '' || part === '.' || part === '..'))
    .slice(0, 4)
    .map((path) => [path, '{}\n']);
  return Object.fromEntries([...json, ...known]);
}
