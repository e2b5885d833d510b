import OpenAI, { APIError } from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { z } from 'zod';
import { showHidden } from '../../domain/visible-text.ts';
import { AdjudicationError, type Adjudicator } from './adjudicator.ts';
import { buildQuestion, type Question } from './build-question.ts';
import { parseVerdict } from './parse-verdict.ts';
import { verdictSchema } from './verdict.ts';

const timeoutMs = 60_000;
const maxReasonLength = 200;

export interface ModelEndpoint {
  model: string;
  /** Null for the client's own default. */
  baseUrl: string | null;
  /** Null for an endpoint that wants none. */
  apiKey: string | null;
  /** HTTP requests in all, retries included. */
  maxRequests?: number | undefined;
  /** Of one request, after the first; the client waits longer each time, or as long as the endpoint says. */
  maxRetries?: number;
}

const completionSchema = z.object({
  choices: z.tuple(
    [z.object({ message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }) })],
    z.unknown(),
  ),
});

/** Asks any endpoint that speaks chat completions; in plain JSON once it says that it knows no `json_schema`. */
export function createOpenAiAdjudicator(endpoint: ModelEndpoint): Adjudicator {
  const { model, baseUrl, apiKey, maxRequests = Number.POSITIVE_INFINITY, maxRetries = 3 } = endpoint;
  let requests = 0;
  let takesSchema = true;
  const client = new OpenAI({
    apiKey: apiKey ?? 'none',
    baseURL: baseUrl,
    maxRetries,
    timeout: timeoutMs,
    logLevel: 'off',
    fetch: async (url, init) => {
      if (requests >= maxRequests) return refuseRequest(maxRequests);
      requests += 1;
      return fetch(url, init);
    },
  });

  const complete = ({ system, user }: Question, signal: AbortSignal) =>
    client.chat.completions.create(
      {
        model,
        messages: [
          { role: 'system', content: system },
          { role: 'user', content: user },
        ],
        ...(takesSchema ? { response_format: zodResponseFormat(verdictSchema, 'verdict') } : {}),
      },
      { signal },
    );

  return {
    model,
    ask: async (tool, signal) => {
      const question = buildQuestion(tool);
      const completion = await complete(question, signal)
        .catch((error: unknown) => {
          if (!takesSchema || !isSchemaRefused(error)) throw error;
          takesSchema = false;
          return complete(question, signal);
        })
        .catch((error: unknown) => {
          throw new AdjudicationError(describeFailure(error, apiKey), 'endpoint');
        });
      return parseVerdict(readAnswer(completion));
    },
  };
}

/** An answer that the client does not try again. */
function refuseRequest(maxRequests: number): Response {
  const error = { message: `the budget of ${maxRequests} requests is spent` };
  return Response.json({ error }, { status: 429, headers: { 'x-should-retry': 'false' } });
}

function isSchemaRefused(error: unknown): boolean {
  return (
    error instanceof APIError &&
    (error.status === 400 || error.status === 422) &&
    /response_format|json_schema/i.test(error.message)
  );
}

function readAnswer(completion: unknown): string {
  const parsed = completionSchema.safeParse(completion);
  if (!parsed.success) throw new AdjudicationError('Expected a chat completion; got something else', 'endpoint');
  const { content, refusal } = parsed.data.choices[0].message;
  if (refusal) throw new AdjudicationError(`The model refused: ${oneLine(refusal)}`, 'tool');
  return content ?? '';
}

/** The client's own words and those of the network below it. An endpoint may repeat the key that it was sent. */
function describeFailure(error: unknown, apiKey: string | null): string {
  const messages: string[] = [];
  for (let at = error; at instanceof Error && messages.length < 4; at = at.cause) messages.push(at.message);
  const text = messages.join(' ') || String(error);
  return oneLine(apiKey ? text.replaceAll(apiKey, '…') : text);
}

function oneLine(text: string): string {
  return showHidden(text.slice(0, maxReasonLength).replace(/\s+/g, ' ').trim());
}
