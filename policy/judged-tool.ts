import type { Classification } from '../domain/classification.ts';

/** What a policy needs to know of a tool: its name and the decided part of its judgement. */
export type JudgedTool = { name: string } & Pick<
  Classification,
  | 'category'
  | 'risk'
  | 'destructive'
  | 'financial'
  | 'effects'
  | 'exposure'
  | 'basis'
  | 'restsOnClaim'
  | 'operations'
  | 'parameters'
>;
