import { defineRule } from '../define-rule.ts';
import { parameterSpan } from '../find-acts.ts';
import { readSchema } from '../reading/read-schema.ts';
import { isSecretName } from '../signs/secrets.ts';

export const returnsASecretField = defineRule({
  id: 'returns-a-secret-field',
  asks: 'Does the answer hold a field for a key, token or password?',
  implies: { effects: [], exposure: ['secrets'] },
  why: 'The output schema is a promise: whatever the text says of the call, the secret comes back with it.',
  rationale: 'Its answer holds a secret',
  references: ['https://cwe.mitre.org/data/definitions/200.html'],
  examples: {
    flags: [
      {
        tool: {
          name: 'list_hooks',
          description: 'List hooks.',
          outputSchema: { type: 'object', properties: { client_secret: { type: 'string' } } },
        },
      },
    ],
    ignores: [
      {
        tool: {
          name: 'list_hooks',
          description: 'List hooks.',
          outputSchema: {
            type: 'object',
            properties: { secret_count: { type: 'integer' }, token: { type: 'integer' } },
          },
        },
      },
    ],
  },
  match: (tool) => {
    const { parameters } = readSchema(tool.definition, 'outputSchema');
    const found = parameters.find(
      (each) => each.types.includes('string') && isSecretName(each.words.map((word) => word.word)),
    );
    return found && { evidence: [parameterSpan(found)] };
  },
});
