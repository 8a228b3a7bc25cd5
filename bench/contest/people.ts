/** People of the benchmarks are numbers; their ids and tokens follow from them, here and in SQL. */
const uuid = (kind: number, n: number): string => `0000000${kind}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
const sqlUuid = (kind: number) => (n: string): string => `('0000000${kind}-0000-4000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

export const personId = (n: number): string => uuid(1, n);
export const entrantId = (n: number): string => uuid(2, n);
export const attemptId = (n: number): string => uuid(3, n);
export const tokenOf = (n: number): string => `bench${n}`.padEnd(43, 'A');

export const inSql = {
  personId: sqlUuid(1),
  entrantId: sqlUuid(2),
  attemptId: sqlUuid(3),
  tokenHash: (n: string): string => `encode(sha256(convert_to(rpad('bench' || ${n}, 43, 'A'), 'UTF8')), 'hex')`,
};

/** Statements that make people 1 to `$1` with a session each. */
export const makePeople = [
  `insert into person select ${inSql.personId('n')}, 'wechat', '微信用户', now() from generate_series(1, $1::integer) n`,
  `insert into session select ${inSql.tokenHash('n')}, ${inSql.personId('n')}, '2017-09-01', '2037-09-01' from generate_series(1, $1::integer) n`,
];
