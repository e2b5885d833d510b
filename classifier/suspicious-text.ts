/** Words that no honest manual holds, each as a bounded pattern over lower-case text. */
export interface SuspiciousText {
  kind: string;
  statement: string;
  patterns: readonly RegExp[];
}

/**
 * Precise rather than complete: "MUST be called first" and "prefer this tool" are ordinary vendor steering.
 * No pattern holds an unbounded repetition, so a hostile text costs at most a constant for each of its characters.
 * Source of the kinds: https://owasp.org/www-project-mcp-top-10/ (2025 beta), MCP03 Tool Poisoning.
 */
export const suspiciousTexts: readonly SuspiciousText[] = [
  {
    kind: 'asks-for-secrecy',
    statement: 'Asks the model to keep something from the user.',
    patterns: [
      /\b(?:do not|don't|never|must not) (?:ever )?(?:tell|inform|mention|reveal|disclose|notify|alert)\b[^.\n]{0,40}\b(?:user|human|person|anyone|operator)\b/,
      /\bwithout (?:telling|informing|notifying|alerting) (?:the |your )?(?:user|human|operator)\b/,
      /\b(?:hide|conceal|keep) (?:this|it|that|these)\b[^.\n]{0,30}\bfrom the (?:user|human)\b/,
      /\bdo not (?:say|explain) (?:that|why) you\b[^.\n]{0,60}\b(?:tool|instruction|file)/,
    ],
  },
  {
    kind: 'skips-consent',
    statement: 'Tells the model to act without asking.',
    patterns: [
      /\b(?:do not|don't|never) (?:ask|prompt)\b[^.\n]{0,30}\b(?:permission|consent|confirmation|approval|to confirm)\b/,
      /\bnever ask\b[^.\n]{0,80}\bjust (?:proceed|go ahead|do it)\b/,
    ],
  },
  {
    kind: 'overrides-instructions',
    statement: 'Tells the model to set aside what it was told before.',
    patterns: [
      /\b(?:ignore|disregard|forget|override) (?:all |any |your |the |all of the |all other )?(?:previous|prior|earlier|preceding|system|original|other) (?:instruction|prompt|rule|guideline|direction)/,
      /\b(?:ignore|disregard|forget|override) your (?:instruction|prompt|rule|guideline|safety)/,
    ],
  },
  {
    kind: 'imitates-system-text',
    statement: 'Dresses its text up as a message of the system.',
    patterns: [
      /<\/?(?:important|system|system-reminder|admin)>/,
      /\[(?:system|inst|\/inst)\]/,
      /<\|(?:im_start|system|endoftext)\|>/,
    ],
  },
  {
    kind: 'reaches-for-credentials',
    statement: 'Speaks of a file in which credentials are kept.',
    patterns: [
      /(?:~|\$home|%userprofile%)\/\.(?:ssh|aws|gnupg|kube|docker|config\/gcloud|netrc|npmrc|pypirc|git-credentials|cursor|claude)\b/,
      /\bid_(?:rsa|ed25519|ecdsa)\b/,
      /\/etc\/(?:passwd|shadow)\b/,
      /\b(?:claude_desktop_config|\.cursor\/mcp|\.aws\/credentials|wallet\.dat)\b/,
    ],
  },
  {
    kind: 'steers-another-tool',
    statement: 'Tells the model how to call a tool other than this one.',
    patterns: [
      /\b(?:always|must|should) (?:add|include|append|set|insert)\b[^\n]{0,80}\b(?:to|in|as) the [`"']?\w{1,30}[`"']? (?:field|argument|parameter|header)\b[^.\n]{0,30}\b\w{1,40} tool\b/,
    ],
  },
  {
    kind: 'collects-the-conversation',
    statement: 'Asks the model to pass on what was said or what it was told.',
    patterns: [
      /\b(?:pass|include|send|put|copy|provide)\b[^.\n]{0,40}\b(?:your|the) (?:system prompt|(?:entire|full|whole|complete) (?:conversation|chat)(?: history)?)\b/,
      /\b(?:your|the model's) system prompt\b/,
    ],
  },
];
