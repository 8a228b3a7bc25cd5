import fc from 'fast-check';
import { ConfigurationError, readConfiguration } from '../../../server/application/configuration';
import { templateData, type ShownMessage } from '../../../server/messages/template-data';
import { messageKinds, type MessageKind } from '../../../src/domain/message-kind';

const message: ShownMessage = { kind: 'request-answered', title: '您的申请已受理', text: '已受理。', at: new Date('2017-09-07T01:00:00Z'), receiptNumber: 'TJ20170907001' };

describe('what a template shows', () => {
  it.each([
    ['thing1', 'title', { title: '您的申请已受理' }, '您的申请已受理'],
    ['thing1', 'text', { text: '二十个字刚刚好的一句话不多也不少正好到头' }, '二十个字刚刚好的一句话不多也不少正好到头'],
    ['thing1', 'text', { text: '二十一个字的一句话比刚刚好的那句还要多出一' }, '二十一个字的一句话比刚刚好的那句还要多…'],
    ['thing1', 'text', { text: '第一行\n第二行\t有空' }, '第一行 第二行 有空'],
    ['thing1', 'text', { text: `${'字'.repeat(18)}🏭完了` }, `${'字'.repeat(18)}…`],
    ['thing1', 'receipt-number', { receiptNumber: null }, '-'],
    ['phrase2', 'kind', { kind: 'visit-changed' }, '上门变更'],
    ['time3', 'at', {}, '2017-09-07 09:00'],
    ['date4', 'at', {}, '2017-09-07 09:00'],
    ['character_string5', 'receipt-number', {}, 'TJ20170907001'],
    ['character_string5', 'receipt-number', { receiptNumber: null }, '-'],
  ] as const)('%s from %s of %j is %s', (field, source, changes, shown) => {
    expect(templateData({ ...message, ...changes }, { fields: { [field]: source } })).toEqual({ [field]: shown });
  });

  it('is within the limits whatever the message says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...(Object.keys(messageKinds) as MessageKind[])), (text, kind) => {
        const data = templateData({ ...message, kind, text, receiptNumber: text }, { fields: { thing1: 'text', phrase2: 'kind', character_string3: 'receipt-number' } });
        expect(data.thing1).toMatch(/^[^\n\r]{1,20}$/);
        expect(data.phrase2).toMatch(/^\p{Script=Han}{1,5}$/u);
        expect(data.character_string3).toMatch(/^[\x21-\x7e]{1,32}$/);
      }),
    );
  });
});

describe('WECHAT_TEMPLATES', () => {
  const read = (value: unknown, environment = {}) =>
    readConfiguration({ WECHAT_APPID: 'wx1', WECHAT_SECRET: 's', WECHAT_TEMPLATES: typeof value === 'string' ? value : JSON.stringify(value), ...environment }).messageTemplates;
  const template = { id: 'a-template-id', fields: { thing1: 'title', time2: 'at' } };

  it('names the templates that the account has', () => {
    expect(read({ result: template, 'to-do': { ...template, id: 'another-template' } })).toEqual({ result: template, 'to-do': { ...template, id: 'another-template' } });
    expect(readConfiguration({}).messageTemplates).toEqual({});
  });

  it.each([
    ['what is no JSON', '{', /^WECHAT_TEMPLATES: expected JSON$/],
    ['an unknown template', { results: template }, /^WECHAT_TEMPLATES: results/],
    ['a missing id', { result: { fields: template.fields } }, /^WECHAT_TEMPLATES: result\.id/],
    ['no field', { result: { ...template, fields: {} } }, /at least one field/],
    ['a field that WeChat has no type for', { result: { ...template, fields: { things1: 'title' } } }, /such as thing1/],
    ['a source that does not fit the type', { result: { ...template, fields: { phrase1: 'text' } } }, /^WECHAT_TEMPLATES: result\.fields: .*phrase: kind;/],
    ['one id for two', { result: template, visit: template }, /a template of its own/],
  ])('refuses %s, saying where', (_, value, said) => {
    expect(() => read(value)).toThrow(ConfigurationError);
    expect(() => read(value)).toThrow(said);
  });

  it('needs the account', () => {
    expect(() => read({ result: template }, { WECHAT_APPID: '', WECHAT_SECRET: '' })).toThrow(/^WECHAT_SECRET: expected, because WECHAT_TEMPLATES/);
  });
});
