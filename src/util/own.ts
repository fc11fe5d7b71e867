/** What a plain object itself holds under a key, such as a column's name; `constructor` gives undefined, not a function. */
export function ownValue<Value>(object: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return object && Object.hasOwn(object, key) ? object[key] : undefined;
}
