/** Any value that JSON can hold (RFC 8259). Numbers are IEEE doubles: integers beyond 2^53 have already lost digits. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;

/** A JSON object. Its keys are a stranger's: `__proto__` may be among them, so read with `Object.hasOwn`. */
export interface JsonObject {
  [key: string]: JsonValue;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
