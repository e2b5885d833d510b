import type { JsonObject, JsonValue } from '../domain/json.ts';
import type { PolicyCondition } from '../domain/policy-document.ts';
import { matchPattern } from './match-pattern.ts';
import { listElements, readArgument } from './read-argument.ts';

/**
 * Whether a condition under `deny_if` holds: for any element where the argument is an array, never for a missing one.
 * Undefined where it cannot be said, because the argument has another type than the condition asks about.
 */
export function someHolds(condition: PolicyCondition, args: JsonObject): boolean | undefined {
  const { found, missing, misplaced } = readArgument(args, condition.path);
  if (misplaced) return undefined;
  if (condition.op === 'exists') return condition.value ? found.length > 0 : missing;
  const verdicts = listElements(found).map(elementTest(condition));
  return verdicts.includes(undefined) ? undefined : verdicts.includes(true);
}

/** Whether a condition under `require` holds: the argument is there, and every element passes where it is an array. */
export function everyHolds(condition: PolicyCondition, args: JsonObject): boolean {
  const { found, missing, misplaced } = readArgument(args, condition.path);
  if (misplaced) return false;
  if (condition.op === 'exists') return condition.value ? found.length > 0 && !missing : found.length === 0;
  const verdicts = listElements(found).map(elementTest(condition));
  return !missing && verdicts.length > 0 && verdicts.every((holds) => holds === true);
}

type ElementTest = (element: JsonValue) => boolean | undefined;

function elementTest(condition: Exclude<PolicyCondition, { op: 'exists' }>): ElementTest {
  switch (condition.op) {
    case 'eq':
    case 'neq':
      return oneOf([condition.value], condition.op === 'eq');
    case 'in':
    case 'not_in':
      return oneOf(condition.value, condition.op === 'in');
    case 'regex':
      return onStrings(matchPattern(condition.value));
    case 'contains':
      return onStrings((text) => text.includes(condition.value));
    case 'lt':
      return onNumbers((number) => number < condition.value);
    case 'lte':
      return onNumbers((number) => number <= condition.value);
    case 'gt':
      return onNumbers((number) => number > condition.value);
    case 'gte':
      return onNumbers((number) => number >= condition.value);
  }
}

function oneOf(values: readonly JsonValue[], expected: boolean): ElementTest {
  return (element) => {
    if (values.length > 0 && !values.some((value) => sameType(value, element))) return undefined;
    return values.includes(element) === expected;
  };
}

function onStrings(test: (text: string) => boolean | undefined): ElementTest {
  return (element) => (typeof element === 'string' ? test(element) : undefined);
}

function onNumbers(test: (number: number) => boolean): ElementTest {
  return (element) => (typeof element === 'number' ? test(element) : undefined);
}

function sameType(a: JsonValue, b: JsonValue): boolean {
  return typeof a === typeof b && (a === null) === (b === null);
}
