import * as v from 'valibot';

// The parts of which the schemas of a campaign's files are made. Messages are for whoever edits the files.

const CONTENT_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const id = v.pipe(
  v.string('expected an id in kebab-case, such as three-sames'),
  v.regex(CONTENT_ID, 'expected an id in kebab-case, such as three-sames'),
  v.maxLength(80, 'expected an id of at most 80 characters'),
);

export const words = (max: number) =>
  v.pipe(
    v.string('expected text'),
    v.trim(),
    v.minLength(1, 'expected text, found nothing'),
    v.maxLength(max, `expected at most ${max} characters`),
    v.check((value) => !/[\r\n]/.test(value), 'expected text without line breaks'),
  );

/** JavaScript takes 30 February for 2 March. */
function isDay(value: string): boolean {
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

export const date = v.pipe(
  v.string('expected a calendar date such as 2017-09-01'),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a calendar date such as 2017-09-01'),
  v.check(isDay, 'expected a date that exists'),
);

export const instant = v.pipe(
  v.string('expected an instant such as 2017-09-07T09:00:00+08:00'),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+08:00$/, 'expected an instant such as 2017-09-07T09:00:00+08:00'),
  v.check((value) => isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value)), 'expected an instant that exists'),
);

export const count = (min: number, max: number) => {
  const expected = `expected a whole number from ${min} to ${max}`;
  return v.pipe(v.number(expected), v.integer(expected), v.minValue(min, expected), v.maxValue(max, expected));
};

export const some = <Item extends v.GenericSchema>(item: Item, { min = 1, max = 100 } = {}) =>
  v.pipe(
    v.array(item, 'expected a list'),
    v.minLength(min, `expected at least ${min} in this list`),
    v.maxLength(max, `expected at most ${max} in this list`),
  );
