import type { CrawlOutcome } from '../../domain/crawl-outcome.ts';

/** What an outcome means for a reader, and what would help; `help` is null where nothing is missing. */
export interface OutcomeWords {
  meaning: string;
  help: string | null;
}

export const outcomeWords: Readonly<Record<CrawlOutcome, OutcomeWords>> = {
  listed: { meaning: 'All of its tools were listed.', help: null },
  'listed-partly': {
    meaning: 'Some of its tools were listed; others were left out.',
    help: 'The tools that were left out need definitions that follow the specification.',
  },
  'needs-environment': {
    meaning: 'It ends without certain environment variables, and placeholders do not satisfy it.',
    help: 'A start that lists tools before it checks for credentials.',
  },
  'needs-arguments': {
    meaning: 'It ends without certain arguments.',
    help: 'An example configuration in its README, or a registry record that names the arguments.',
  },
  'needs-file': { meaning: 'It ends without a certain file.', help: 'A start that lists tools without that file.' },
  'auth-required': {
    meaning: 'It answers only to those who sign in.',
    help: 'A tools/list that is open, or a definition file published by its author.',
  },
  'network-at-start': {
    meaning: 'It needs the network before it answers, and the sandbox has none.',
    help: 'A start that connects only when a tool is called.',
  },
  'not-found': { meaning: 'There is no such package or address.', help: 'A correct name.' },
  unreachable: { meaning: 'Its address did not answer.', help: 'Another try when it is up again.' },
  'install-failed': { meaning: 'Its package could not be installed.', help: 'A release that installs.' },
  'needs-build': {
    meaning: 'It can only be installed by running its author’s code, which is refused here.',
    help: 'A release with built files (for Python, a wheel).',
  },
  'dependency-missing': {
    meaning: 'It needs a dependency that does not exist.',
    help: 'A release with right dependencies.',
  },
  'dependency-drift': {
    meaning: 'A newer release of one of its dependencies breaks it.',
    help: 'A release that fixes or pins the dependency.',
  },
  'native-build-missing': {
    meaning: 'It needs a native part that is not built for this platform.',
    help: 'A release with built native parts.',
  },
  broken: { meaning: 'Its package cannot start at all.', help: 'A release that starts.' },
  'http-only': {
    meaning: 'It opens a port and does not speak over standard input and output.',
    help: 'A stdio mode, or a public address of the running server.',
  },
  'timed-out': { meaning: 'It did not answer in time.', help: 'A faster start.' },
  'too-large': { meaning: 'Its answer is larger than the limits here.', help: 'A shorter list.' },
  'protocol-error': {
    meaning: 'Its answers do not follow the protocol.',
    help: 'Answers that follow the specification.',
  },
  refused: { meaning: 'It asks for something that is never done here.', help: 'A release without it; see the reason.' },
  'no-sandbox': {
    meaning: 'No sandbox was at hand, and nothing is started without one.',
    help: 'A machine with a sandbox.',
  },
  interrupted: { meaning: 'The crawl was stopped before it ended.', help: 'Another crawl.' },
};
