import { randomUUID } from 'node:crypto';
import type { Input } from '../../../src/contract/actions';
import { someText, textLike, textWith } from '../../support/matchers';
import { refusedUnchanged } from '../../support/refused';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { tableContents } from '../../support/table-contents';

let server: TestServer;
let administrator: TestCaller;
beforeAll(async () => {
  server = await startTestServer();
  administrator = await server.as('administrator');
});
afterAll(() => server.close());

const DAY = 24 * 60 * 60 * 1000;

const invite = async (offer: Partial<Input<'invitation.make'>> = {}) => {
  const made = dataOf(await administrator.call('invitation.make', { role: 'officer', officeId: 'baodi', inviteeName: '张示例', ...offer }));
  return { ...made, token: made.token ?? '' };
};

describe('an invitation', () => {
  it('gives the role it offers to the person who accepts it, from the next call on', async () => {
    const person = await server.asGuest();
    const { token, id } = await invite();
    expect(dataOf(await person.call('invitation.get', { token }))).toEqual({
      offers: { role: 'officer', name: '受理人员', officeId: 'baodi', officeName: '宝坻检验检疫局' },
      inviteeName: '张示例',
      campaignName: '2017 年“质量月”',
      expiresAt: '2017-09-14T09:00:00+08:00',
      standing: 'ready',
    });
    expect(dataOf(await person.call('person.me', {})).roles).toEqual([]);
    expect(dataOf(await person.call('invitation.accept', { token }))).toMatchObject({ id, holds: { role: 'officer', officeId: 'baodi' } });
    expect(dataOf(await person.call('person.me', {}))).toMatchObject({ roles: ['officer'], offices: [{ id: 'baodi' }] });
    const grants = dataOf(await administrator.call('role.list', {})).grants;
    expect(grants.find((grant) => grant.id === id)).toMatchObject({ personId: person.person.id, holderName: '张示例', holds: { name: '受理人员', officeName: '宝坻检验检疫局' }, mine: false });
  });

  it.each([
    [{ role: 'dispatcher', officeId: null }, ['dispatcher']],
    [{ role: 'editor', officeId: 'bureau' }, ['editor']],
    [{ role: 'administrator', officeId: null }, ['administrator']],
  ] as const)('offers %j', async (offer, roles) => {
    const person = await server.asGuest();
    const { token, id } = await invite(offer);
    dataOf(await person.call('invitation.accept', { token }));
    expect(dataOf(await person.call('person.me', {}))).toMatchObject({ roles, offices: [] });
    dataOf(await administrator.call('role.revoke', { id }));
  });

  it('works once: afterwards it is not found, by the same person and by anybody else', async () => {
    const [first, second] = [await server.asGuest(), await server.asGuest()];
    const { token } = await invite();
    dataOf(await first.call('invitation.accept', { token }));
    for (const person of [first, second]) {
      await refusedUnchanged(server, 'not_found', () => person.call('invitation.get', { token }));
      await refusedUnchanged(server, 'not_found', () => person.call('invitation.accept', { token }));
    }
  });

  it('goes to one of several people who accept it at the same moment', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => server.asGuest()));
    const { token, id } = await invite({ role: 'dispatcher', officeId: null });
    const replies = await Promise.all(people.map((person) => person.call('invitation.accept', { token })));
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
    expect(new Set(replies.flatMap((reply) => (reply.ok ? [] : [reply.error.code])))).toEqual(new Set(['not_found']));
    const winner = people[replies.findIndex((reply) => reply.ok)];
    const grants = await server.db.selectFrom('roleGrant').select(['personId', 'role']).where('id', '=', id).execute();
    expect(grants).toEqual([{ personId: winner?.person.id, role: 'dispatcher' }]);
  });

  it('is not used up by somebody who has the role already', async () => {
    const officer = await server.as('officer-baodi');
    const { token } = await invite();
    expect(dataOf(await officer.call('invitation.get', { token })).standing).toBe('held');
    await refusedUnchanged(server, 'conflict', () => officer.call('invitation.accept', { token }));
    dataOf(await (await server.asGuest()).call('invitation.accept', { token }));
  });

  it('expires after seven days', async () => {
    const person = await server.asGuest();
    const { token, id } = await invite();
    server.clock.advance(7 * DAY - 1000);
    dataOf(await person.call('invitation.get', { token }));
    server.clock.advance(1000);
    administrator = await server.as('administrator');
    await refusedUnchanged(server, 'not_found', () => person.call('invitation.accept', { token }));
    await refusedUnchanged(server, 'not_found', () => administrator.call('invitation.revoke', { id }));
  });

  it('can be taken back while nobody has accepted it', async () => {
    const person = await server.asGuest();
    const { token, id } = await invite();
    const idsOfOpen = async () => dataOf(await administrator.call('invitation.list', {})).invitations.map((invitation) => invitation.id);
    expect((await idsOfOpen())[0]).toBe(id);
    expect(dataOf(await administrator.call('invitation.revoke', { id }))).toEqual({ id });
    expect(await idsOfOpen()).not.toContain(id);
    await refusedUnchanged(server, 'not_found', () => person.call('invitation.accept', { token }));
    await refusedUnchanged(server, 'not_found', () => administrator.call('invitation.revoke', { id }));
  });

  it('shows its token in one answer: neither a repeated call nor the database has it', async () => {
    const offer = { role: 'dispatcher', officeId: null, inviteeName: '李示例' } as const;
    const first = dataOf(await administrator.call('invitation.make', offer, { key: 'invite-once-only' }));
    expect(first.token).toEqual(textLike(/^[\w-]{43}$/));
    expect(dataOf(await administrator.call('invitation.make', offer, { key: 'invite-once-only' }))).toEqual({ ...first, token: null });
    expect(JSON.stringify(await tableContents(server.db))).not.toContain(first.token);
  });

  it.each([
    [{ role: 'officer', officeId: null }],
    [{ role: 'editor', officeId: null }],
    [{ role: 'dispatcher', officeId: 'baodi' }],
    [{ role: 'officer', officeId: 'moon' }],
  ] as const)('is refused with a reason at the office: %j', async (offer) => {
    const reply = await administrator.call('invitation.make', { ...offer, inviteeName: '张示例' });
    expect(errorOf(reply)).toMatchObject({ code: 'invalid_input', fields: { officeId: someText } });
  });

  it('is not made for an expert, who is invited from the profile', async () => {
    const offer = { role: 'expert', officeId: null, inviteeName: '张示例' } as unknown as Input<'invitation.make'>;
    await refusedUnchanged(server, 'invalid_input', () => administrator.call('invitation.make', offer));
    expect(errorOf(await administrator.call('invitation.make', offer)).fields).toEqual({ role: textWith('专家档案') });
  });

  it('is not found by a token that nobody made', async () => {
    const person = await server.asGuest();
    await refusedUnchanged(server, 'not_found', () => person.call('invitation.accept', { token: 'A'.repeat(43) }));
  });
});

describe('where WeChat vouches for people', () => {
  it('a browser’s guest is told to accept in the mini-program, and the invitation stays', async () => {
    const withWechat = await startTestServer({ configuration: { wechat: { appId: 'wx-test', secret: 'secret', base: 'http://127.0.0.1:9' } } });
    const inviting = await withWechat.as('administrator');
    const token = dataOf(await inviting.call('invitation.make', { role: 'dispatcher', officeId: null, inviteeName: '张示例' })).token ?? '';
    const guest = await withWechat.asGuest();
    expect(dataOf(await guest.call('invitation.get', { token })).standing).toBe('guest');
    expect(await refusedUnchanged(withWechat, 'forbidden', () => guest.call('invitation.accept', { token }))).toContain('微信小程序');
    dataOf(await (await withWechat.as('citizen')).call('invitation.accept', { token }));
    await withWechat.close();
  });
});

describe('a role', () => {
  it('that was taken back is gone with the next call of the same session', async () => {
    const person = await server.asGuest();
    const { token, id } = await invite({ role: 'administrator', officeId: null });
    dataOf(await person.call('invitation.accept', { token }));
    dataOf(await person.call('audit.list', {}));
    dataOf(await administrator.call('role.revoke', { id }));
    expect(errorOf(await person.call('audit.list', {})).code).toBe('forbidden');
    await refusedUnchanged(server, 'not_found', () => administrator.call('role.revoke', { id }));
  });

  it('of the last administrator stays, one’s own or another’s, and however many take it back at once', async () => {
    const other = await startTestServer();
    const first = await other.as('administrator');
    const token = dataOf(await first.call('invitation.make', { role: 'administrator', officeId: null, inviteeName: '王示例' })).token ?? '';
    const second = await other.asGuest();
    dataOf(await second.call('invitation.accept', { token }));
    const grants = dataOf(await first.call('role.list', { role: 'administrator' })).grants;
    const grantOf = ({ person }: TestCaller) => grants.find(({ personId }) => personId === person.id)?.id ?? '';
    // Each takes the other's back.
    const replies = await Promise.all([first.call('role.revoke', { id: grantOf(second) }), second.call('role.revoke', { id: grantOf(first) })]);
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
    const left = replies[0].ok ? first : second;
    await refusedUnchanged(other, 'conflict', () => left.call('role.revoke', { id: grantOf(left) }));
    dataOf(await left.call('audit.list', {}));
    await other.close();
  });

  it('that nobody holds is not found', async () => {
    await refusedUnchanged(server, 'not_found', () => administrator.call('role.revoke', { id: randomUUID() }));
  });

  it('is listed by the role asked for, ten a page, each once', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = dataOf(await administrator.call('role.list', cursor === undefined ? {} : { cursor }));
      seen.push(...page.grants.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    const held = await server.db.selectFrom('roleGrant').select('id').execute();
    expect(seen).toHaveLength(held.length);
    expect(new Set(seen)).toEqual(new Set(held.map(({ id }) => id)));
    const officers = dataOf(await administrator.call('role.list', { role: 'officer' })).grants;
    expect(new Set(officers.map(({ holds }) => holds.role))).toEqual(new Set(['officer']));
  });
});
