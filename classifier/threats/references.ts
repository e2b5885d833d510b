/** An entry of a public list of threats. The list's own text is not repeated here: the name links to it. */
export interface ThreatReference {
  id: string;
  /** The list and the edition that the name was taken from. */
  source: string;
  name: string;
  url: string;
}

const owaspMcp = {
  MCP01: 'Token Mismanagement & Secret Exposure',
  MCP02: 'Privilege Escalation via Scope Creep',
  MCP03: 'Tool Poisoning',
  MCP04: 'Software Supply Chain Attacks & Dependency Tampering',
  MCP05: 'Command Injection & Execution',
  MCP06: 'Intent Flow Subversion',
  MCP07: 'Insufficient Authentication & Authorization',
  MCP08: 'Lack of Audit and Telemetry',
  MCP09: 'Shadow MCP Servers',
  MCP10: 'Context Injection & Over-Sharing',
};

const owaspAgentic = {
  ASI01: 'Agent Goal Hijack',
  ASI02: 'Tool Misuse & Exploitation',
  ASI03: 'Identity & Privilege Abuse',
  ASI04: 'Agentic Supply Chain Vulnerabilities',
  ASI05: 'Unexpected Code Execution',
  ASI06: 'Memory & Context Poisoning',
  ASI07: 'Insecure Inter-Agent Communication',
  ASI08: 'Cascading Failures',
  ASI09: 'Human-Agent Trust Exploitation',
  ASI10: 'Rogue Agents',
};

const mitreAtlas = {
  'AML.T0034.002': 'Cost Harvesting: Agentic Resource Consumption',
  'AML.T0050': 'Command and Scripting Interpreter',
  'AML.T0051.001': 'LLM Prompt Injection: Indirect',
  'AML.T0053': 'AI Agent Tool Invocation',
  'AML.T0080': 'AI Agent Context Poisoning',
  'AML.T0081': 'Modify AI Agent Configuration',
  'AML.T0083': 'Credentials from AI Agent Configuration',
  'AML.T0085.001': 'Data from AI Services: AI Agent Tools',
  'AML.T0086': 'Exfiltration via AI Agent Tool Invocation',
  'AML.T0098': 'AI Agent Tool Credential Harvesting',
  'AML.T0099': 'AI Agent Tool Data Poisoning',
  'AML.T0101': 'Data Destruction via AI Agent Tool Invocation',
  'AML.T0104': 'Publish Poisoned AI Agent Tool',
  'AML.T0109': 'Supply Chain Rug Pull',
  'AML.T0110': 'AI Agent Tool Poisoning',
};

export type ReferenceId = keyof typeof owaspMcp | keyof typeof owaspAgentic | keyof typeof mitreAtlas;

/** All known entries, by list and then by id. */
export const threatReferences: readonly ThreatReference[] = [
  ...entries('OWASP MCP Top 10, 2025 (beta)', owaspMcp, () => 'https://owasp.org/www-project-mcp-top-10/'),
  ...entries(
    'OWASP Top 10 for Agentic Applications, December 2025',
    owaspAgentic,
    () => 'https://genai.owasp.org/resource/owasp-top-10-for-agentic-applications-for-2026/',
  ),
  ...entries('MITRE ATLAS 5.6.0', mitreAtlas, (id) => `https://atlas.mitre.org/techniques/${id}`),
];

/** The entries of these ids, in the given order. */
export function cite(...ids: readonly ReferenceId[]): ThreatReference[] {
  return ids.flatMap((id) => threatReferences.filter((reference) => reference.id === id));
}

function entries(source: string, names: Record<string, string>, url: (id: string) => string): ThreatReference[] {
  return Object.entries(names).map(([id, name]) => ({ id, source, name, url: url(id) }));
}
